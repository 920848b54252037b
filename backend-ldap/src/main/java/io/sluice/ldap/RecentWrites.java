package io.sluice.ldap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.TenantId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Remembers what became of the last writes, so that a repetition gets the same answer, or waits for it. What another process did
 * is known from the entries themselves; this also knows what is deleted.
 */
final class RecentWrites {

    private record Operation(TenantId tenant, UUID id) {}

    private static final Duration MEMORY = Duration.ofMinutes(2);
    private static final long MOST = 10_000;

    private final Cache<Operation, Future<BackendReply>> writes =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    Future<BackendReply> once(RequestContext context, Supplier<Future<BackendReply>> write) {
        Operation operation = new Operation(context.tenant(), context.operationId());
        ConcurrentMap<Operation, Future<BackendReply>> known = writes.asMap();
        Promise<BackendReply> promise = Promise.promise();
        Future<BackendReply> earlier = known.putIfAbsent(operation, promise.future());
        if (earlier != null) {
            return earlier;
        }
        write.get()
                .onSuccess(promise::complete)
                // A failure is not remembered: the repetition may succeed.
                .onFailure(cause -> {
                    known.remove(operation);
                    promise.fail(cause);
                });
        return promise.future();
    }
}
