package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Listing;
import io.sluice.gateway.activity.ActivityEntry;
import io.sluice.gateway.activity.ActivityLog;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.Optional;

/** {@code /admin/v1/tenants/{tenant}/activity}: the requests that this node remembers, newest first. */
public final class ActivityResource implements AdminResource {

    private static final int STANDARD = 100;
    private static final int MOST = 1_000;

    private final ActivityLog log;
    private final TenantCommands tenants;

    public ActivityResource(ActivityLog log, TenantCommands tenants) {
        this.log = log;
        this.tenants = tenants;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.get("/tenants/:tenant/activity", this::recent, "idp", "failures", "limit");
    }

    private Future<Answer> recent(AdminCall call) {
        int limit = call.limit(STANDARD, MOST);
        boolean failures = call.query("failures").filter("true"::equals).isPresent();
        return tenants.get(call.tenant())
                .map(tenant -> AdminAnswers.list(
                        new Listing<>(log.recent(tenant.id(), call.query("idp"), failures, limit), Optional.empty()),
                        ActivityResource::json));
    }

    private static ObjectNode json(ActivityEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("time", entry.time().toString())
                .put("requestId", entry.requestId())
                .put("idp", entry.idp())
                .put("credential", entry.credential())
                .put("method", entry.method())
                .put("route", entry.route())
                .put("target", entry.target())
                .put("status", entry.status())
                .put("scimType", entry.scimType())
                .put("reason", entry.reason())
                .put("durationMs", entry.duration().toNanos() / 1_000_000.0);
        ArrayNode rules = json.putArray("rules");
        entry.rules().forEach(rules::add);
        entry.requestBody().ifPresentOrElse(body -> json.put("requestBody", body), () -> json.putNull("requestBody"));
        entry.responseBody()
                .ifPresentOrElse(body -> json.put("responseBody", body), () -> json.putNull("responseBody"));
        return json;
    }
}
