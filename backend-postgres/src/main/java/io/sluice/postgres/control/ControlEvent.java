package io.sluice.postgres.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.postgres.audit.AuditChanges;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * The event of a change to the control plane, written in the transaction of the change.
 *
 * @param idp of a token's events the token's own vendor, so that the trail of one identity provider shows its credentials too
 */
record ControlEvent(String tenant, String action, String idp, String target, Actor actor, List<AuditChange> changes) {

    /** The transaction tells the other nodes when it commits, and never before. */
    private static final String INSERT = """
            INSERT INTO audit_event (tenant, at, id, action, idp, actor, target, outcome, request_id, client_address, changes)
            VALUES ($1, clock_timestamp(), $2, $3, $4, $5, $6, 'success', '', $7, $8)
            RETURNING pg_notify('""" + ChangeNotices.CHANNEL + "', $1)";

    ControlEvent {
        changes = List.copyOf(changes);
    }

    static ControlEvent ofTenant(String slug, String action, Actor actor, List<AuditChange> changes) {
        return new ControlEvent(slug, action, "admin", "Tenant/" + slug, actor, changes);
    }

    static ControlEvent ofToken(
            String slug, String action, TokenIdentity token, Actor actor, List<AuditChange> changes) {
        return new ControlEvent(slug, "SCIM Token " + action, token.idp(), "Token/" + token.id(), actor, changes);
    }

    Future<Void> write(Sql sql) {
        Tuple parameters = Tuple.of(tenant, UUID.randomUUID(), action, idp, actor.name(), target)
                .addString(actor.clientAddress())
                .addString(AuditChanges.toJson(changes));
        return sql.send(INSERT, parameters).mapEmpty();
    }
}
