package io.sluice.core.kit;

import io.sluice.core.error.ScimException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One event loop on which a contract calls what it tests, as a verticle would, while the test's own thread waits for the answer.
 */
public final class EventLoop {

    private static final long PATIENCE_SECONDS = 60;

    private final Context context;

    public EventLoop(Vertx vertx) {
        this.context = vertx.getOrCreateContext();
    }

    /** Calls on the event loop; the future completes with what the call's future does, and fails with what the call throws. */
    public <T> Future<T> call(Supplier<Future<T>> call) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> {
            try {
                call.get().onComplete(promise);
            } catch (RuntimeException e) {
                promise.fail(e);
            }
        });
        return promise.future();
    }

    /**
     * The result of the call.
     *
     * @throws ScimException when the call failed with one
     * @throws AssertionError when it failed in any other way, or did not answer in time
     */
    public <T> T get(Supplier<Future<T>> call) {
        return await(call(call));
    }

    /** Hands all calls over in this order, without waiting in between, and returns the results in the same order. */
    public <T> List<T> all(List<Supplier<Future<T>>> calls) {
        List<Future<T>> running = new ArrayList<>();
        calls.forEach(call -> running.add(call(call)));
        return running.stream().map(EventLoop::await).toList();
    }

    static <T> T await(Future<T> future) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("An event loop cannot wait for what it has to do itself");
        }
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ScimException known) {
                throw known;
            }
            throw new AssertionError("The call failed in a way that no caller foresees", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("No answer within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
