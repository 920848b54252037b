package io.sluice.gateway.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.control.TenantId;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The recent requests of each connection, in the memory of this node: bounded in number and size, gone with it. */
public final class ActivityLog {

    private static final int MAX_CONNECTIONS = 2_000;
    private static final Duration FORGET = Duration.ofDays(7);

    private final ActivitySettings settings;
    private final Redactor redactor;
    private final Cache<Connection, Deque<ActivityEntry>> connections = Caffeine.newBuilder()
            .maximumSize(MAX_CONNECTIONS)
            .expireAfterWrite(FORGET)
            .build();

    private record Connection(int tenant, String idp) {}

    public ActivityLog(ActivitySettings settings) {
        this.settings = settings;
        this.redactor = new Redactor(settings.maxBody());
    }

    public boolean isEnabled() {
        return settings.enabled();
    }

    /** Remembers a request; what is kept of it is redacted here. */
    public void record(TenantId tenant, ObservedRequest request) {
        if (!settings.enabled()) {
            return;
        }
        ActivityEntry entry = entry(request);
        Connection connection = new Connection(tenant.number(), request.idp());
        connections
                .asMap()
                .compute(connection, (key, known) -> added(known == null ? new ArrayDeque<>() : known, entry));
    }

    /**
     * Newest first.
     *
     * @param idp empty for all connections
     */
    public List<ActivityEntry> recent(TenantId tenant, Optional<String> idp, boolean failuresOnly, int limit) {
        List<ActivityEntry> found = new ArrayList<>();
        connections.asMap().forEach((connection, entries) -> {
            boolean wanted = idp.isEmpty() || idp.get().equals(connection.idp());
            if (connection.tenant() == tenant.number() && wanted) {
                synchronized (entries) {
                    found.addAll(entries);
                }
            }
        });
        return found.stream()
                .filter(entry -> !failuresOnly || entry.failed())
                .sorted(Comparator.comparing(ActivityEntry::time).reversed())
                .limit(limit)
                .toList();
    }

    private Deque<ActivityEntry> added(Deque<ActivityEntry> entries, ActivityEntry entry) {
        synchronized (entries) {
            entries.addFirst(entry);
            while (entries.size() > settings.perConnection()) {
                entries.removeLast();
            }
        }
        return entries;
    }

    private ActivityEntry entry(ObservedRequest request) {
        boolean keep = settings.bodies().keeps(request.status());
        return new ActivityEntry(
                request.time(),
                request.requestId(),
                request.idp(),
                request.credential(),
                request.method(),
                request.route(),
                redactor.text(request.target()),
                request.status(),
                request.scimType(),
                redactor.text(request.reason()),
                request.duration(),
                request.rules(),
                body(keep, request.requestBody()),
                body(keep, request.responseBody()));
    }

    private Optional<String> body(boolean keep, Optional<Buffer> body) {
        return keep ? body.map(redactor::body) : Optional.empty();
    }
}
