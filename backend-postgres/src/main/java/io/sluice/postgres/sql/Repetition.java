package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Function;

/**
 * Step after step until one says that it was the last. A chain of composed futures would grow with each step, and complete with
 * a depth of calls that no stack has.
 */
public final class Repetition<S> {

    /** What a step leaves, and whether it was the last. */
    public record Step<S>(S state, boolean last) {

        public static <S> Step<S> next(S state) {
            return new Step<>(state, false);
        }

        public static <S> Step<S> last(S state) {
            return new Step<>(state, true);
        }
    }

    private final Promise<S> result = Promise.promise();
    private final Function<S, Future<Step<S>>> step;

    private Repetition(Function<S, Future<Step<S>>> step) {
        this.step = step;
    }

    /** Completes with what the last step left, and fails with the first that fails. */
    public static <S> Future<S> of(S first, Function<S, Future<Step<S>>> step) {
        Repetition<S> repetition = new Repetition<>(step);
        repetition.run(first);
        return repetition.result.future();
    }

    private void run(S state) {
        // Composed, so that a step that throws fails like one whose future does.
        Future.succeededFuture(state).compose(step).onFailure(result::fail).onSuccess(left -> {
            if (left.last()) {
                result.complete(left.state());
            } else {
                run(left.state());
            }
        });
    }
}
