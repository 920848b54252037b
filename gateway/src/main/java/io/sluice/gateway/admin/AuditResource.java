package io.sluice.gateway.admin;

import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.Tenant;
import io.sluice.gateway.control.AuditExport;
import io.sluice.gateway.control.AuditExport.Format;
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

    private final AuditTrail trail;
    private final TenantCommands tenants;

    public AuditResource(AuditTrail trail, TenantCommands tenants) {
        this.trail = trail;
        this.tenants = tenants;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.get("/tenants/:tenant/audit", this::query);
    }

    private Future<Answer> query(AdminCall call) {
        Optional<Format> format = format(call.accept());
        AuditQuery query = query(call, format.isPresent() ? AuditExport.PAGE : call.limit(100, AuditExport.PAGE));
        return tenants.get(call.tenant())
                .compose(tenant -> format.map(chosen -> Future.succeededFuture(export(tenant, query, chosen)))
                        .orElseGet(() -> trail.query(query).map(found -> AdminAnswers.list(found, AuditExport::json))));
    }

    private Answer export(Tenant tenant, AuditQuery query, Format format) {
        AuditExport export = new AuditExport(trail, format);
        String file = "audit-" + tenant.id().slug() + "." + format.extension();
        return Answer.streamed(200, format.contentType(), response -> export.writeTo(response, query))
                .with("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    private static Optional<Format> format(String accept) {
        String wanted = accept.toLowerCase(Locale.ROOT);
        if (wanted.contains("text/csv")) {
            return Optional.of(Format.CSV);
        }
        return wanted.contains("ndjson") ? Optional.of(Format.NDJSON) : Optional.empty();
    }

    private static AuditQuery query(AdminCall call, int limit) {
        return new AuditQuery(
                call.tenant(),
                time(call, "from"),
                time(call, "to"),
                call.query("action"),
                call.query("idp"),
                call.query("actor"),
                call.query("target"),
                call.query("outcome"),
                call.query("cursor"),
                limit);
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
