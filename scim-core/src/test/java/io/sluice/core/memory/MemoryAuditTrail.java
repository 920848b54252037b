package io.sluice.core.memory;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.AuditRetention;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.Listing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The audit trail of one Vert.x instance, to which its memory backends and its memory control store write alike. */
public final class MemoryAuditTrail implements AuditTrail, Shareable {

    /** Newest first; events of one instant in the reverse order of their arrival. */
    private static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::time)
            .thenComparing(Position::sequence)
            .reversed();

    private final NavigableMap<Position, AuditEvent> events = new TreeMap<>(NEWEST_FIRST);
    private final Set<String> known = new HashSet<>();

    private int arrived;

    private MemoryAuditTrail() {}

    public static MemoryAuditTrail of(Vertx vertx) {
        return vertx.sharedData()
                .<String, MemoryAuditTrail>getLocalMap("sluice.memory")
                .computeIfAbsent("audit", ignored -> new MemoryAuditTrail());
    }

    @Override
    public Future<Void> append(AuditEvent event) {
        record(event);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Listing<AuditEvent>> query(AuditQuery query) {
        List<AuditEvent> page = new ArrayList<>();
        Optional<String> next = Optional.empty();
        for (var entry : after(query.cursor()).entrySet()) {
            if (query.selects(entry.getValue())) {
                if (page.size() == query.limit()) {
                    return Future.succeededFuture(new Listing<>(page, next));
                }
                page.add(entry.getValue());
                next = Optional.of(entry.getKey().text());
            }
        }
        return Future.succeededFuture(new Listing<>(page, Optional.empty()));
    }

    @Override
    public synchronized Future<Long> prune(AuditRetention retention) {
        int before = events.size();
        events.values().removeIf(retention::removes);
        return Future.succeededFuture((long) before - events.size());
    }

    synchronized void record(AuditEvent event) {
        if (known.add(event.tenant() + "/" + event.id())) {
            events.put(new Position(event.time(), arrived++), event);
        }
    }

    private NavigableMap<Position, AuditEvent> after(Optional<String> cursor) {
        return cursor.map(text -> events.tailMap(Position.parse(text), false)).orElse(events);
    }

    private record Position(Instant time, int sequence) {

        static Position parse(String text) {
            try {
                int separator = text.indexOf('/');
                return new Position(
                        Instant.parse(text.substring(0, separator)), Integer.parseInt(text.substring(separator + 1)));
            } catch (java.time.DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
                throw io.sluice.core.error.ScimException.of(
                        io.sluice.core.error.ErrorKind.INVALID_CURSOR,
                        "The cursor is not one that this server gave; begin again without one.");
            }
        }

        String text() {
            return time + "/" + sequence;
        }
    }
}
