package io.sluice.gateway.dispatch;

import io.sluice.core.control.TenantId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many requests of one tenant are in flight, so that one tenant never takes all of a node. */
final class TenantSlots {

    private final int limit;
    private final ConcurrentMap<Integer, AtomicInteger> inFlight = new ConcurrentHashMap<>();

    TenantSlots(int limit) {
        this.limit = limit;
    }

    boolean tryTake(TenantId tenant) {
        AtomicInteger count = inFlight.computeIfAbsent(tenant.number(), ignored -> new AtomicInteger());
        if (count.incrementAndGet() > limit) {
            count.decrementAndGet();
            return false;
        }
        return true;
    }

    int inFlight(TenantId tenant) {
        AtomicInteger count = inFlight.get(tenant.number());
        return count == null ? 0 : count.get();
    }

    void giveBack(TenantId tenant) {
        AtomicInteger count = inFlight.get(tenant.number());
        if (count != null) {
            count.decrementAndGet();
        }
    }
}
