package io.sluice.gateway.scim;

import io.sluice.core.control.TenantId;
import io.sluice.core.dialect.DialectRule;
import io.sluice.gateway.auth.Principal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each rule of a dialect made a difference, by connection, since this node started. */
public final class FiredRules {

    private record Firing(int tenant, String idp, DialectRule rule) {}

    private final ConcurrentMap<Firing, LongAdder> counts = new ConcurrentHashMap<>();

    void count(Principal principal, DialectRule rule) {
        counts.computeIfAbsent(
                        new Firing(principal.tenant().id().number(), principal.idp(), rule), ignored -> new LongAdder())
                .increment();
    }

    /** By name; rules that never fired are missing. */
    public Map<DialectRule, Long> of(TenantId tenant, String idp) {
        Map<DialectRule, Long> found = new TreeMap<>();
        counts.forEach((firing, count) -> {
            if (firing.tenant() == tenant.number() && firing.idp().equals(idp)) {
                found.put(firing.rule(), count.sum());
            }
        });
        return found;
    }
}
