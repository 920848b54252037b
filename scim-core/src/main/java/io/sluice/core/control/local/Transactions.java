package io.sluice.core.control.local;

import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Runs what reads or changes the state, one after the other; the future completes when a change is kept. */
@FunctionalInterface
public interface Transactions {

    /**
     * @param action throws a {@link ScimException} before it changes anything, or not at all
     */
    <T> Future<T> run(Supplier<T> action);

    /** Keeps nothing beyond the process. */
    static Transactions inMemory() {
        return new Transactions() {
            @Override
            public synchronized <T> Future<T> run(Supplier<T> action) {
                try {
                    return Future.succeededFuture(action.get());
                } catch (ScimException e) {
                    return Future.failedFuture(e);
                }
            }
        };
    }
}
