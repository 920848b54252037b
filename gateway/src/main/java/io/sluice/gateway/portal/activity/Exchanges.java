package io.sluice.gateway.portal.activity;

import io.sluice.core.control.TenantId;
import io.sluice.gateway.activity.ActivityEntry;
import io.sluice.gateway.activity.ActivityLog;
import java.util.List;
import java.util.Optional;

/** Reads the log of recent requests. */
public final class Exchanges {

    private static final int ALL = 10_000;

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

    private static Exchange exchange(ActivityEntry entry) {
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
                entry.requestBody().orElse(""),
                entry.responseBody().orElse(""));
    }
}
