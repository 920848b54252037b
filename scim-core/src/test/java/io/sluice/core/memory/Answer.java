package io.sluice.core.memory;

import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Turns what an action returns or throws into a future. */
final class Answer {

    private Answer() {}

    static <T> Future<T> of(Supplier<T> action) {
        try {
            return Future.succeededFuture(action.get());
        } catch (ScimException e) {
            return Future.failedFuture(e);
        }
    }
}
