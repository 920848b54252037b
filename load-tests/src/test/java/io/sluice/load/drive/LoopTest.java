package io.sluice.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class LoopTest {

    private static final Window SHORT = Window.of(Duration.ZERO, Duration.ofMillis(300));

    @Test
    void aClosedLoopKeepsItsNumberInFlight(Vertx vertx, VertxTestContext context) {
        int[] flying = {0, 0};
        Operation operation = sequence -> {
            flying[0]++;
            flying[1] = Math.max(flying[1], flying[0]);
            return vertx.timer(1).onComplete(done -> flying[0]--).mapEmpty();
        };

        new Loop(vertx, new Pace.Closed(8), SHORT)
                .run(Work.repeating("any", operation))
                .map(Outcomes::all)
                .onComplete(context.succeeding(outcome -> context.verify(() -> {
                    assertThat(flying[1]).isEqualTo(8);
                    assertThat(outcome.latency().getTotalCount()).isPositive();
                    assertThat(outcome.failureCount()).isZero();
                    context.completeNow();
                })));
    }

    @Test
    void failuresAreCountedByReason(Vertx vertx, VertxTestContext context) {
        Operation operation = sequence -> vertx.timer(1)
                .compose(done -> sequence % 2 == 0 ? Future.succeededFuture() : Future.failedFuture("status 503"));

        new Loop(vertx, new Pace.Closed(2), SHORT)
                .run(Work.repeating("any", operation))
                .map(Outcomes::all)
                .onComplete(context.succeeding(outcome -> context.verify(() -> {
                    assertThat(outcome.failures()).containsOnlyKeys("any: status 503");
                    context.completeNow();
                })));
    }

    @Test
    void anOpenLoopSendsEverythingThatIsDueAndChargesAStallToTheRequestsThatWaited(
            Vertx vertx, VertxTestContext context) {
        Promise<Void> stalled = Promise.promise();
        Operation operation = sequence -> {
            if (sequence == 299) {
                stalled.complete();
            }
            return stalled.future();
        };

        new Loop(vertx, new Pace.Open(1_000), SHORT)
                .run(Work.repeating("any", operation))
                .map(Outcomes::all)
                .onComplete(context.succeeding(outcome -> context.verify(() -> {
                    assertThat(outcome.latency().getTotalCount()).isEqualTo(300);
                    assertThat(outcome.latency().getMaxValue()).isGreaterThanOrEqualTo(298_000);
                    context.completeNow();
                })));
    }
}
