package io.sluice.postgres.control;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.AuditRetention;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.AuditVerification;
import io.sluice.core.control.Listing;
import io.sluice.postgres.audit.AuditChanges;
import io.sluice.postgres.audit.AuditPruner;
import io.sluice.postgres.audit.AuditVerifier;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audit trail in PostgreSQL. */
final class PostgresAuditTrail implements AuditTrail {

    private static final String APPEND = "SELECT audit_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    private final Sql sql;
    private final Sql slowSql;
    private final Sql views;

    /**
     * @param slowSql for what reads or removes many events
     * @param views for what people look at and export, which may be a little old
     */
    PostgresAuditTrail(Sql sql, Sql slowSql, Sql views) {
        this.sql = sql;
        this.slowSql = slowSql;
        this.views = views;
    }

    @Override
    public Future<Void> append(AuditEvent event) {
        Tuple parameters = Tuple.of(event.tenant(), Values.time(event.time()), UUID.fromString(event.id()))
                .addString(event.action())
                .addString(event.idp())
                .addString(event.actor())
                .addString(event.target())
                .addString(event.outcome())
                .addString(event.requestId())
                .addString(event.clientAddress())
                .addString(AuditChanges.toJson(event.changes()));
        return sql.send(APPEND, parameters).mapEmpty();
    }

    @Override
    public Future<Listing<AuditEvent>> query(AuditQuery query) {
        AuditSelect select = AuditSelect.of(query);
        return views.send(select.statement(), select.parameters())
                .map(rows -> listing(Rows.all(rows, PostgresAuditTrail::found), query.limit()));
    }

    @Override
    public Future<AuditVerification> verify(String tenant) {
        return new AuditVerifier(slowSql).verify(tenant);
    }

    @Override
    public Future<Long> prune(AuditRetention retention) {
        return new AuditPruner(slowSql).prune(retention);
    }

    private record Found(AuditEvent event, AuditPosition position) {}

    private static Listing<AuditEvent> listing(List<Found> found, int limit) {
        boolean more = found.size() > limit;
        List<Found> page = more ? found.subList(0, limit) : found;
        return new Listing<>(
                page.stream().map(Found::event).toList(),
                more ? Optional.of(page.getLast().position().text()) : Optional.empty());
    }

    private static Found found(Row row) {
        AuditEvent event = new AuditEvent(
                row.getUUID("id").toString(),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("tenant"),
                row.getString("action"),
                row.getString("idp"),
                row.getString("actor"),
                row.getString("target"),
                row.getString("outcome"),
                row.getString("request_id"),
                row.getString("client_address"),
                AuditChanges.fromJson(row.getString("changes")));
        return new Found(event, new AuditPosition(event.time(), row.getLong("seq")));
    }
}
