package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Connection;
import io.sluice.core.control.Tenant;
import io.sluice.gateway.activity.ActivityEntry;
import io.sluice.gateway.activity.ActivityLog;
import io.sluice.gateway.control.ConnectionCommands;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.scim.FiredRules;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** {@code /admin/v1/tenants/{tenant}/connections}: the vendors in use, what they needed and how they fare. */
public final class ConnectionsResource implements AdminResource {

    private static final String ALL = "/tenants/:tenant/connections";
    private static final int RECENT = 1_000;

    private final ConnectionCommands connections;
    private final TenantCommands tenants;
    private final FiredRules rules;
    private final ActivityLog activity;

    public ConnectionsResource(
            ConnectionCommands connections, TenantCommands tenants, FiredRules rules, ActivityLog activity) {
        this.connections = connections;
        this.tenants = tenants;
        this.rules = rules;
        this.activity = activity;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.get(ALL, this::list).patch(ALL + "/:idp", this::setProfile);
    }

    private Future<Answer> list(AdminCall call) {
        return tenants.get(call.tenant())
                .compose(tenant -> connections
                        .list(call.tenant())
                        .map(all -> AdminAnswers.list(all, connection -> json(tenant, connection))));
    }

    private Future<Answer> setProfile(AdminCall call) {
        boolean strict = switch (call.fields("profile").text("profile")) {
            case "strict" -> true;
            case "tolerant" -> false;
            default -> throw RequestFields.wrong("profile must be tolerant or strict.");
        };
        Idp idp = Idp.of(call.parameter("idp"));
        return tenants.get(call.tenant())
                .compose(tenant -> connections
                        .setStrict(call.tenant(), idp, strict, call.actor())
                        .map(connection -> AdminAnswers.ok(json(tenant, connection))));
    }

    private ObjectNode json(Tenant tenant, Connection connection) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("idp", connection.idp())
                .put("label", Idp.of(connection.idp()).label())
                .put("profile", connection.strict() ? "strict" : "tolerant")
                .put("createdAt", connection.createdAt().toString());
        ObjectNode fired = json.putObject("rules");
        rules.of(tenant.id(), connection.idp()).forEach((rule, count) -> fired.put(rule.name(), count));
        json.set("health", health(activity.recent(tenant.id(), Optional.of(connection.idp()), false, RECENT)));
        return json;
    }

    /** Of the recent requests that this node remembers, newest first. */
    private static ObjectNode health(List<ActivityEntry> recent) {
        List<ActivityEntry> failed =
                recent.stream().filter(ActivityEntry::failed).toList();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("requests", recent.size())
                .put("failures", failed.size())
                .putNull("lastRequestAt")
                .putNull("lastFailureAt")
                .putNull("lastFailureReason");
        if (!recent.isEmpty()) {
            json.put("lastRequestAt", recent.getFirst().time().toString());
        }
        if (!failed.isEmpty()) {
            json.put("lastFailureAt", failed.getFirst().time().toString())
                    .put("lastFailureReason", failed.getFirst().reason());
        }
        return json;
    }
}
