package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** How requests were answered, by tenant as far as the configuration names it, backend and status. */
final class TenantCounters {

    private static final String OTHER = "other";
    private static final int LOWEST = 100;
    private static final int HIGHEST = 599;

    private final MeterRegistry registry;
    private final Set<String> named;
    private final ConcurrentMap<String, ConcurrentMap<String, AtomicReferenceArray<@Nullable Counter>>> tenants =
            new ConcurrentHashMap<>();

    TenantCounters(MeterRegistry registry, Set<String> named) {
        this.registry = registry;
        this.named = named;
    }

    void count(String tenant, String backend, int status) {
        String shown = named.contains(tenant) ? tenant : OTHER;
        AtomicReferenceArray<@Nullable Counter> counters = counters(shown, backend);
        int index = Math.clamp(status, LOWEST, HIGHEST) - LOWEST;
        Counter counter = counters.get(index);
        if (counter == null) {
            counter = counter(shown, backend, index + LOWEST);
            counters.set(index, counter);
        }
        counter.increment();
    }

    private AtomicReferenceArray<@Nullable Counter> counters(String tenant, String backend) {
        ConcurrentMap<String, AtomicReferenceArray<@Nullable Counter>> backends = tenants.get(tenant);
        if (backends == null) {
            backends = tenants.computeIfAbsent(tenant, ignored -> new ConcurrentHashMap<>());
        }
        AtomicReferenceArray<@Nullable Counter> counters = backends.get(backend);
        return counters != null
                ? counters
                : backends.computeIfAbsent(backend, ignored -> new AtomicReferenceArray<>(HIGHEST - LOWEST + 1));
    }

    private Counter counter(String tenant, String backend, int status) {
        return Counter.builder("sluice.tenant.requests")
                .description("SCIM requests by tenant (those that metrics.tenants names), backend and status")
                .tag("tenant", tenant)
                .tag("backend", backend)
                .tag("status", Integer.toString(status))
                .register(registry);
    }
}
