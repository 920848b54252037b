package io.sluice.postgres;

import io.sluice.postgres.sql.SqlErrors;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Repeats what failed for reasons that pass, for as long as somebody waits for the answer. Writes may be repeated because they
 * carry their operation id: one that had taken effect is recognised.
 */
record Attempts(Vertx vertx, InstantSource clock) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    <T> Future<T> until(Instant deadline, Supplier<Future<T>> work) {
        long left = left(deadline);
        if (left <= 0) {
            return Future.failedFuture(SqlErrors.unavailable("The request waited too long; try again."));
        }
        return attempt(deadline, FIRST_PAUSE, work).timeout(left, TimeUnit.MILLISECONDS);
    }

    private <T> Future<T> attempt(Instant deadline, Duration pause, Supplier<Future<T>> work) {
        return begin(work).recover(cause -> {
            boolean passing = SqlErrors.isLostRace(cause) || SqlErrors.isInterruption(cause);
            return passing && left(deadline) > pause.toMillis()
                    ? vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS)
                            .compose(passed -> attempt(deadline, longer(pause), work))
                    : Future.failedFuture(cause);
        });
    }

    private static <T> Future<T> begin(Supplier<Future<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private long left(Instant deadline) {
        return Duration.between(clock.instant(), deadline).toMillis();
    }
}
