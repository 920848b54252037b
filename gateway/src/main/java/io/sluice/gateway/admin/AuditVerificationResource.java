package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.AuditVerification;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;

/** Whether the audit trail of a tenant, or the one of no tenant, is still as it was sealed. */
public final class AuditVerificationResource implements AdminResource {

    private final AuditTrail trail;
    private final TenantCommands tenants;

    public AuditVerificationResource(AuditTrail trail, TenantCommands tenants) {
        this.trail = trail;
        this.tenants = tenants;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.get("/tenants/:tenant/audit/verification", this::ofTenant).get("/audit/verification", this::ofSystem);
    }

    private Future<Answer> ofTenant(AdminCall call) {
        return tenants.get(call.tenant())
                .compose(tenant -> trail.verify(tenant.id().slug()))
                .map(found -> AdminAnswers.ok(json(found)));
    }

    private Future<Answer> ofSystem(AdminCall call) {
        call.requireOperator();
        return trail.verify(AuditEvent.SYSTEM).map(found -> AdminAnswers.ok(json(found)));
    }

    private static ObjectNode json(AuditVerification found) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("tenant", found.tenant())
                .put("intact", found.intact())
                .put("verified", found.verified())
                .put("unsealed", found.unsealed());
        found.beginning()
                .ifPresentOrElse(
                        beginning -> json.putObject("beginning")
                                .put("block", beginning.block())
                                .put("removedUpTo", beginning.removedUpTo().toString()),
                        () -> json.putNull("beginning"));
        found.head().ifPresentOrElse(head -> json.put("head", head), () -> json.putNull("head"));
        found.firstBad().ifPresentOrElse(bad -> json.put("firstBad", bad), () -> json.putNull("firstBad"));
        return json;
    }
}
