package io.sluice.gateway.portal.provisioning;

import io.sluice.core.control.Connection;
import io.sluice.core.control.TenantId;
import io.sluice.gateway.control.ConnectionCommands;
import io.sluice.gateway.portal.page.Vendors;
import io.sluice.gateway.scim.FiredRules;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;

/** The vendors in use, with what had to be understood beyond the standard. */
public final class Connections {

    private final ConnectionCommands commands;
    private final FiredRules rules;

    public Connections(ConnectionCommands commands, FiredRules rules) {
        this.commands = commands;
        this.rules = rules;
    }

    Future<List<ConnectionRow>> of(TenantId tenant) {
        return commands.list(tenant.slug())
                .map(all -> all.items().stream()
                        .map(connection -> row(tenant, connection))
                        .toList());
    }

    private ConnectionRow row(TenantId tenant, Connection connection) {
        List<ConnectionRow.Rule> fired = rules.of(tenant, connection.idp()).entrySet().stream()
                .map(entry -> new ConnectionRow.Rule(
                        entry.getKey().name(), entry.getKey().description(), entry.getValue()))
                .sorted(Comparator.comparingLong(ConnectionRow.Rule::count).reversed())
                .toList();
        return new ConnectionRow(connection.idp(), Vendors.label(connection.idp()), connection.strict(), fired);
    }
}
