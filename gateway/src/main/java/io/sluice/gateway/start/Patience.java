package io.sluice.gateway.start;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until it works: the parts of an installation may be started in any order. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 5_000;

    private final Vertx vertx;
    private final boolean patient;

    /**
     * @param patient false to try once
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
        return patient ? attempt(what, attempt, FIRST_MILLIS) : attempt.get();
    }

    private <T> Future<T> attempt(String what, Supplier<Future<T>> attempt, long pause) {
        return attempt.get().recover(cause -> {
            if (cause instanceof IllegalStateException) {
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

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}
