package io.sluice.postgres.audit;

import io.sluice.postgres.sql.Repetition;
import io.sluice.postgres.sql.Repetition.Step;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Seals events into the chains of their tenants.
 *
 * <p>An event's number is given before its transaction commits, so the numbers of one moment are sealed only when every
 * transaction of that moment must have ended: {@link #run} seals up to the number that it saw on its run before. Nodes that run
 * at the same time take turns by a lock on one row.
 */
public final class AuditSealer {

    private static final int WINDOW = 1_000;

    private static final String LAST_NUMBER = "SELECT last_value, is_called FROM audit_event_seq";
    private static final String LOCK = "SELECT seq FROM audit_sealed FOR UPDATE";
    private static final String EVENTS =
            "SELECT " + AuditRow.COLUMNS + " FROM audit_event WHERE seq > $1 AND seq <= $2 ORDER BY seq";
    private static final String ADVANCE = "UPDATE audit_sealed SET seq = $1";

    private final Sql sql;
    private long seenBefore;
    private boolean running;

    public AuditSealer(Sql sql) {
        this.sql = sql;
    }

    /**
     * To be called on one event loop now and then, with more time in between than a transaction can take. A run that has much to do
     * is left alone until it is done.
     */
    public Future<Void> run() {
        if (running) {
            return Future.succeededFuture();
        }
        running = true;
        long target = seenBefore;
        return lastNumber()
                .compose(last -> {
                    seenBefore = last;
                    return sealUpTo(target);
                })
                .onComplete(done -> running = false);
    }

    /** Seals all events up to this number; whoever calls it knows that no transaction with a lower one is under way. */
    Future<Void> sealUpTo(long target) {
        return Repetition.of(
                        0L,
                        before -> sql.inTransaction(transaction -> sealWindow(transaction, target))
                                .map(reached -> new Step<>(reached, reached >= target)))
                .mapEmpty();
    }

    Future<Long> lastNumber() {
        return sql.send(LAST_NUMBER, Tuple.tuple())
                .map(rows -> Rows.first(rows, row -> row.getBoolean("is_called") ? row.getLong("last_value") : 0L)
                        .orElse(0L));
    }

    private static Future<Long> sealWindow(Sql transaction, long target) {
        return transaction.send(LOCK, Tuple.tuple()).compose(locked -> {
            long done = Rows.first(locked, row -> row.getLong("seq")).orElse(0L);
            if (done >= target) {
                return Future.succeededFuture(done);
            }
            long end = Math.min(target, done + WINDOW);
            return transaction
                    .send(EVENTS, Tuple.of(done, end))
                    .map(rows -> Rows.all(rows, AuditRow::read))
                    .compose(events -> append(transaction, events))
                    .compose(appended -> transaction.send(ADVANCE, Tuple.of(end)))
                    .map(end);
        });
    }

    private static Future<?> append(Sql transaction, List<AuditRow> events) {
        Map<String, List<AuditRow>> byTenant =
                events.stream().collect(Collectors.groupingBy(AuditRow::tenant, TreeMap::new, Collectors.toList()));
        if (byTenant.isEmpty()) {
            return Future.succeededFuture();
        }
        Tuple tenants = Tuple.tuple().addArrayOfString(byTenant.keySet().toArray(String[]::new));
        return transaction.send(AuditHead.SELECT, tenants).compose(rows -> {
            Map<String, AuditHead> heads =
                    Rows.all(rows, AuditHead::read).stream().collect(Collectors.toMap(AuditHead::tenant, head -> head));
            Future<?> done = Future.succeededFuture();
            for (Map.Entry<String, List<AuditRow>> entry : byTenant.entrySet()) {
                AuditHead head = heads.getOrDefault(entry.getKey(), AuditHead.beginning(entry.getKey()));
                AuditBlock block = AuditBlock.seal(head, entry.getValue());
                done = done.compose(before -> transaction.send(AuditBlock.INSERT, block.parameters()));
            }
            return done;
        });
    }
}
