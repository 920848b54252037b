package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Connection;
import io.sluice.core.control.Tenant;
import io.sluice.gateway.activity.ActivityLog;
import io.sluice.gateway.activity.ConnectionHealth;
import io.sluice.gateway.control.ConnectionCommands;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.scim.FiredRules;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** {@code /admin/v1/tenants/{tenant}/connections}: the vendors in use, what they needed and how they fare. */
public final class ConnectionsResource implements AdminResource {

    private static final String ALL = "/tenants/:tenant/connections";
    private static final int ALL_KNOWN = Integer.MAX_VALUE;

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
        json.set("health", health(tenant, connection.idp()));
        return json;
    }

    private ObjectNode health(Tenant tenant, String idp) {
        ConnectionHealth health = ConnectionHealth.of(
                idp, activity.recent(tenant.id(), Optional.of(idp), false, ALL_KNOWN), Instant.now());
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("requests", health.requests())
                .put("failures", health.failures())
                .put("failureShare", health.failureShare())
                .put("requestsPerMinute", health.perMinute())
                .putNull("lastRequestAt")
                .putNull("lastFailureAt")
                .putNull("lastFailureReason");
        health.lastRequest()
                .ifPresent(last -> json.put("lastRequestAt", last.time().toString()));
        health.lastFailure()
                .ifPresent(last ->
                        json.put("lastFailureAt", last.time().toString()).put("lastFailureReason", last.reason()));
        health.quarantine()
                .ifPresent(near -> json.put("entraQuarantine", near.name().toLowerCase(Locale.ROOT)));
        return json;
    }
}
