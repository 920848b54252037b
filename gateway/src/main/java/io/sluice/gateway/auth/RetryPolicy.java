package io.sluice.gateway.auth;

import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a store again that failed, because a connection that was cut is another one the next time. For questions only: what is
 * asked twice must do no harm.
 *
 * @param window for which a store that fails is asked again, and after which one that does not answer counts as unavailable
 */
record RetryPolicy(Vertx vertx, Duration window) {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);

    /**
     * Fails with UNAVAILABLE when the window has passed. However often was asked, at most one line of the log tells of it.
     *
     * @param what is looked up, as the log names it
     */
    <T> Future<T> ask(String what, Supplier<Future<T>> question) {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        return attempt(question, System.nanoTime(), failures)
                .timeout(window.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(answer -> {
                    if (!failures.isEmpty()) {
                        LOG.warn(
                                "The look-up of {} succeeded at attempt {}, after: {}",
                                what,
                                failures.size() + 1,
                                failures.getLast().toString());
                    }
                })
                .recover(cause -> {
                    LOG.warn("The look-up of {} failed: {}", what, cause.toString());
                    return Future.failedFuture(unavailable());
                });
    }

    private <T> Future<T> attempt(Supplier<Future<T>> question, long began, List<Throwable> failures) {
        return once(question).recover(cause -> {
            failures.add(cause);
            boolean again = System.nanoTime() - began < window.minus(PAUSE).toNanos();
            return again
                    ? vertx.timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                            .compose(passed -> attempt(question, began, failures))
                    : Future.failedFuture(cause);
        });
    }

    private static <T> Future<T> once(Supplier<Future<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static ScimException unavailable() {
        return ScimError.unavailable("Credentials cannot be checked at the moment.", Duration.ofSeconds(1))
                .asException();
    }
}
