package io.sluice.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which audit events may go, by tenant.
 *
 * @param standard events of tenants without a setting of their own, of tenants that are gone and of the system are removed when
 *     they are older than this; empty to keep them for ever
 * @param own the same for each tenant that has a setting, by slug
 */
public record AuditRetention(Optional<Instant> standard, Map<String, Instant> own) {

    public AuditRetention {
        own = Map.copyOf(own);
    }

    /**
     * @param standard the installation's default; zero to keep events for ever
     * @param tenants all there are
     */
    public static AuditRetention at(Instant now, Duration standard, Collection<Tenant> tenants) {
        Map<String, Instant> own = new HashMap<>();
        for (Tenant tenant : tenants) {
            tenant.auditRetentionDays()
                    .ifPresent(days -> own.put(tenant.id().slug(), now.minus(Duration.ofDays(days))));
        }
        return new AuditRetention(standard.isPositive() ? Optional.of(now.minus(standard)) : Optional.empty(), own);
    }

    /** Whether every event of everybody is kept. */
    public boolean keepsAll() {
        return standard.isEmpty() && own.isEmpty();
    }

    /** Events of this tenant, or of {@link AuditEvent#SYSTEM}, that are older may go; empty when all stay. */
    public Optional<Instant> cutOff(String tenant) {
        return Optional.ofNullable(own.get(tenant)).or(() -> standard);
    }

    public boolean removes(AuditEvent event) {
        return cutOff(event.tenant()).filter(event.time()::isBefore).isPresent();
    }
}
