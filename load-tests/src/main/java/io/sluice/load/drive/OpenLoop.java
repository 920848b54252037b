package io.sluice.load.drive;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Sends requests at a fixed rate whether or not earlier ones were answered, and measures from the moment at which each was
 * due: a server that stalls cannot hide it (no coordinated omission).
 */
public final class OpenLoop {

    private static final long TICK_MILLIS = 1;

    private final Vertx vertx;
    private final double perSecond;
    private final Duration warmUp;
    private final Duration duration;

    public OpenLoop(Vertx vertx, double perSecond, Duration warmUp, Duration duration) {
        this.vertx = vertx;
        this.perSecond = perSecond;
        this.warmUp = warmUp;
        this.duration = duration;
    }

    public Future<Outcome> run(Operation operation) {
        Promise<Outcome> done = Promise.promise();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(ignored -> new Run(operation, done).begin());
        return done.future();
    }

    private final class Run {
        private final Operation operation;
        private final Promise<Outcome> done;
        private final Outcome outcome = new Outcome();
        private final long start = System.nanoTime();
        private final long total = (long) (perSecond * warmUp.plus(duration).toNanos() / 1e9);
        private long sent;
        private long answered;

        Run(Operation operation, Promise<Outcome> done) {
            this.operation = operation;
            this.done = done;
        }

        void begin() {
            vertx.setPeriodic(TICK_MILLIS, this::sendWhatIsDue);
        }

        private void sendWhatIsDue(long timer) {
            long now = System.nanoTime();
            while (sent < total && due(sent) <= now) {
                send(sent++);
            }
            if (sent == total) {
                vertx.cancelTimer(timer);
            }
        }

        private long due(long index) {
            return start + (long) (index * 1e9 / perSecond);
        }

        private void send(long index) {
            long due = due(index);
            operation.once(index).onComplete(result -> {
                if (due - start >= warmUp.toNanos()) {
                    outcome.took(System.nanoTime() - due);
                    if (result.failed()) {
                        outcome.failed(String.valueOf(result.cause().getMessage()));
                    }
                }
                if (++answered == total) {
                    outcome.lasted(System.nanoTime() - start - warmUp.toNanos());
                    done.complete(outcome);
                }
            });
        }
    }
}
