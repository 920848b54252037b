package io.sluice.gateway.start;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until it works: the parts of an installation may be started in any order. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 5_000;
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final boolean patient;
    private final long beganAt = System.nanoTime();

    /**
     * @param patient false to wait a minute at most, and only for what says that it is unavailable for now
     */
    Patience(Vertx vertx, boolean patient) {
        this.vertx = vertx;
        this.patient = patient;
    }

    /**
     * Fails at once with an IllegalStateException: what is wrong with the surroundings for good does not mend by waiting.
     *
     * @param what is waited for, for the log
     */
    <T> Future<T> until(String what, Supplier<Future<T>> attempt) {
        return attempt(what, attempt, FIRST_MILLIS);
    }

    private <T> Future<T> attempt(String what, Supplier<Future<T>> attempt, long pause) {
        return attempt.get().recover(cause -> {
            if (!mayMend(cause)) {
                return Future.failedFuture(cause);
            }
            LOG.warn("Waiting for {}: {} Trying again in {} ms.", what, reason(cause), pause);
            Promise<T> later = Promise.promise();
            vertx.setTimer(
                    pause,
                    timer -> attempt(what, attempt, Math.min(2 * pause, LONGEST_MILLIS))
                            .onComplete(later));
            return later.future();
        });
    }

    private boolean mayMend(Throwable cause) {
        if (patient) {
            return !(cause instanceof IllegalStateException);
        }
        return cause instanceof ScimException known
                && known.error().kind() == ErrorKind.UNAVAILABLE
                && System.nanoTime() - beganAt < BOUND.toNanos();
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}
