package io.sluice.gateway.portal.activity;

import io.sluice.core.control.TenantId;
import io.sluice.core.dialect.DialectRule;
import io.sluice.gateway.activity.ActivityEntry;
import io.sluice.gateway.activity.ActivityLog;
import io.sluice.gateway.activity.ConnectionHealth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the log of recent requests. */
public final class Exchanges {

    private static final int ALL = Integer.MAX_VALUE;

    private final ActivityLog log;

    public Exchanges(ActivityLog log) {
        this.log = log;
    }

    /** Everything that is still known of this tenant, newest first. */
    public List<Exchange> of(TenantId tenant) {
        return log.recent(tenant, Optional.empty(), false, ALL).stream()
                .map(Exchanges::exchange)
                .toList();
    }

    /** How each connection fares of which a request is still known. */
    public List<HealthCard> cards(TenantId tenant, Instant now) {
        Map<String, List<ActivityEntry>> byIdp = log.recent(tenant, Optional.empty(), false, ALL).stream()
                .collect(Collectors.groupingBy(ActivityEntry::idp, TreeMap::new, Collectors.toList()));
        return byIdp.entrySet().stream()
                .map(entry -> new HealthCard(ConnectionHealth.of(entry.getKey(), entry.getValue(), now)))
                .toList();
    }

    /** The latest request through that connection. */
    public Optional<Exchange> latest(TenantId tenant, String idp) {
        return log.recent(tenant, Optional.of(idp), false, 1).stream()
                .map(Exchanges::exchange)
                .findFirst();
    }

    /** Changes whenever a request has been added. */
    public String mark(TenantId tenant) {
        return log.recent(tenant, Optional.empty(), false, 1).stream()
                .map(entry -> entry.time() + " " + entry.requestId())
                .findFirst()
                .orElse("");
    }

    static Exchange exchange(ActivityEntry entry) {
        return new Exchange(
                entry.requestId(),
                entry.time(),
                entry.idp(),
                entry.method(),
                entry.route(),
                entry.status(),
                entry.scimType(),
                entry.reason(),
                entry.duration().toMillis(),
                entry.rules().stream()
                        .map(rule -> DialectRule.valueOf(rule).description())
                        .toList(),
                entry.requestBody().orElse(""),
                entry.responseBody().orElse(""));
    }
}
