package io.sluice.postgres.write;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets the writes of one resource happen one after the other, in the order in which they came. */
final class InOrder {

    /** One resource of one tenant. */
    record Key(int tenant, String id) {}

    /** Of each resource that is being written the end of its queue. */
    private final Map<Key, Future<?>> ends = new ConcurrentHashMap<>();

    <T> Future<T> run(Key key, Supplier<Future<T>> write) {
        Promise<T> result = Promise.promise();
        Future<T> end = result.future();
        Future<?> before = ends.put(key, end);
        end.onComplete(done -> ends.remove(key, end));
        if (before == null) {
            begin(write).onComplete(result);
        } else {
            before.onComplete(done -> begin(write).onComplete(result));
        }
        return end;
    }

    private static <T> Future<T> begin(Supplier<Future<T>> write) {
        try {
            return write.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
