package io.sluice.core.memory;

import io.sluice.core.backend.Backend;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.TenantId;
import io.sluice.core.kit.BackendSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** The backend in memory, for the contract. */
record MemorySetup(Backend backend, AuditTrail audit, AtomicInteger lastTenant) implements BackendSetup {

    MemorySetup(Vertx vertx) {
        this(
                new MemoryBackend(vertx, InstantSource.system(), MEMBER_PAGE, false),
                MemoryAuditTrail.of(vertx),
                new AtomicInteger());
    }

    @Override
    public Future<TenantId> newTenant() {
        int number = lastTenant.incrementAndGet();
        return Future.succeededFuture(new TenantId("tenant-" + number, number));
    }
}
