package io.sluice.core.control.local;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.Connection;
import io.sluice.core.control.ConnectionStore;
import io.sluice.core.control.Listing;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Connections of a local control plane. */
final class LocalConnections implements ConnectionStore {

    private final ControlState state;
    private final Transactions transactions;
    private final ControlAudit audit;

    LocalConnections(ControlState state, Transactions transactions, ControlAudit audit) {
        this.state = state;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Future<Listing<Connection>> list(String tenant) {
        return transactions.run(() -> {
            LocalTenants.require(state, tenant);
            List<Connection> all = state.connections().values().stream()
                    .filter(connection -> connection.tenant().equals(tenant))
                    .map(LocalConnection::connection)
                    .toList();
            return new Listing<>(all, Optional.empty());
        });
    }

    @Override
    public Future<Connection> setStrict(String tenant, String idp, boolean strict, Actor actor) {
        return transactions.run(() -> {
            Connection before = Optional.ofNullable(state.connections().get(LocalConnection.key(tenant, idp)))
                    .map(LocalConnection::connection)
                    .orElseThrow(() -> ScimException.of(
                            ErrorKind.NOT_FOUND, "The tenant " + tenant + " has no connection " + idp + "."));
            return before.strict() == strict ? before : store(tenant, before, actor);
        });
    }

    /** The profile has two values, so a change turns it into the other one. */
    private Connection store(String tenant, Connection before, Actor actor) {
        Connection after = new Connection(before.idp(), !before.strict(), before.createdAt());
        LocalConnection changed = new LocalConnection(tenant, after);
        state.connections().put(changed.key(), changed);
        AuditChange change = new AuditChange("profile", profile(before), profile(after));
        audit.write(
                tenant, "SCIM Connection Updated", after.idp(), "Connection/" + after.idp(), actor, List.of(change));
        return after;
    }

    private static Optional<String> profile(Connection connection) {
        return Optional.of(AuditText.text(connection.strict() ? "strict" : "tolerant"));
    }
}
