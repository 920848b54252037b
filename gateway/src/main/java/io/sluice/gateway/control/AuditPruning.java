package io.sluice.gateway.control;

import io.sluice.core.control.AuditRetention;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.Tenant;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Removes audit events that are older than their tenant, or else the installation, keeps them. */
public final class AuditPruning {

    private static final int TENANTS_AT_ONCE = 1_000;

    private final ControlStore store;
    private final Duration standard;

    /**
     * @param standard how long events are kept where no tenant says otherwise; zero for ever
     */
    public AuditPruning(ControlStore store, Duration standard) {
        this.store = store;
        this.standard = standard;
    }

    /** Answers how many events were removed. Removes nothing unless the settings of all tenants are known. */
    public Future<Long> run(Instant now) {
        return settings(Optional.empty(), new ArrayList<>())
                .map(tenants -> AuditRetention.at(now, standard, tenants))
                .compose(retention -> retention.keepsAll()
                        ? Future.succeededFuture(0L)
                        : store.audit().prune(retention));
    }

    private Future<List<Tenant>> settings(Optional<String> cursor, List<Tenant> found) {
        return store.tenants().list(cursor, TENANTS_AT_ONCE).compose(page -> {
            page.items().stream()
                    .filter(tenant -> tenant.auditRetentionDays().isPresent())
                    .forEach(found::add);
            return more(page, found);
        });
    }

    private Future<List<Tenant>> more(Listing<Tenant> page, List<Tenant> found) {
        return page.nextCursor().isPresent() ? settings(page.nextCursor(), found) : Future.succeededFuture(found);
    }
}
