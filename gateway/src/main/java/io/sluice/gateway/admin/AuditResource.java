package io.sluice.gateway.admin;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.gateway.control.AuditExport;
import io.sluice.gateway.control.AuditExport.Format;
import io.sluice.gateway.control.AuditQueries;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** {@code /admin/v1/tenants/{tenant}/audit}: a page of events as JSON, or all of them streamed as CSV or NDJSON. */
public final class AuditResource implements AdminResource {

    private static final String[] PARAMETERS = {
        "from", "to", "action", "idp", "actor", "target", "outcome", "cursor", "limit"
    };

    private final AuditQueries trail;
    private final TenantCommands tenants;

    public AuditResource(AuditQueries trail, TenantCommands tenants) {
        this.trail = trail;
        this.tenants = tenants;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.get("/audit", this::ofTheSystem, PARAMETERS).get("/tenants/:tenant/audit", this::ofTenant, PARAMETERS);
    }

    /** What concerns no tenant: logins, administrators, keys. */
    private Future<Answer> ofTheSystem(AdminCall call) {
        call.requireOperator();
        return answer(call, AuditEvent.SYSTEM);
    }

    private Future<Answer> ofTenant(AdminCall call) {
        return tenants.get(call.tenant())
                .compose(tenant -> answer(call, tenant.id().slug()));
    }

    private Future<Answer> answer(AdminCall call, String tenant) {
        AuditQuery query = query(call, tenant);
        return format(call.accept())
                .map(chosen -> Future.succeededFuture(trail.export(query, chosen)))
                .orElseGet(() -> trail.find(query).map(found -> AdminAnswers.list(found, AuditExport::json)));
    }

    private static Optional<Format> format(String accept) {
        String wanted = accept.toLowerCase(Locale.ROOT);
        if (wanted.contains("text/csv")) {
            return Optional.of(Format.CSV);
        }
        return wanted.contains("ndjson") ? Optional.of(Format.NDJSON) : Optional.empty();
    }

    private static AuditQuery query(AdminCall call, String tenant) {
        return new AuditQuery(
                tenant,
                time(call, "from"),
                time(call, "to"),
                call.query("action"),
                call.query("idp"),
                call.query("actor"),
                call.query("target"),
                outcome(call),
                call.query("cursor"),
                call.limit(100, AuditQueries.MOST));
    }

    private static Optional<String> outcome(AdminCall call) {
        Optional<String> outcome = call.query("outcome");
        if (outcome.filter(word -> !AuditEvent.OUTCOMES.contains(word)).isPresent()) {
            throw RequestFields.wrong("outcome must be one of " + String.join(", ", AuditEvent.OUTCOMES) + ".");
        }
        return outcome;
    }

    private static Optional<Instant> time(AdminCall call, String name) {
        return call.query(name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw RequestFields.wrong(name + " must be a time such as 2026-01-31T08:00:00Z.");
            }
        });
    }
}
