package io.sluice.gateway.portal.audit;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.control.AuditTrail;
import io.sluice.gateway.control.AuditExport;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Audit Trails: the list, its filters, its exports. */
public final class AuditPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "t/{tenant}/audit";
    private static final int ROWS = 50;

    private final Pages pages;
    private final AuditTrail trail;

    public AuditPages(Pages pages, AuditTrail trail) {
        this.pages = pages;
        this.trail = trail;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, Access.ADMINISTRATOR, this::show),
                Route.get(ROOT + "/export.csv", Access.ADMINISTRATOR, visit -> export(visit, AuditExport.Format.CSV)),
                Route.get(
                        ROOT + "/export.ndjson",
                        Access.ADMINISTRATOR,
                        visit -> export(visit, AuditExport.Format.NDJSON)));
    }

    private Future<Answer> show(Visit visit) {
        AuditFilter filter = AuditFilter.of(visit.query());
        Optional<String> cursor = visit.query().first("cursor");
        return pages.ofTenant(visit, Section.AUDIT)
                .compose(page -> trail.query(filter.query(visit.segment("tenant"), cursor, ROWS))
                        .map(found -> new AuditView(
                                filter,
                                cursor.isEmpty(),
                                found.items().stream().map(AuditRow::new).toList(),
                                found.nextCursor()))
                        .map(view -> Pages.html(TEMPLATES.auditPage(page, view))));
    }

    private Future<Answer> export(Visit visit, AuditExport.Format format) {
        String tenant = visit.segment("tenant");
        AuditExport export = new AuditExport(trail, format);
        var query = AuditFilter.of(visit.query()).query(tenant, Optional.empty(), AuditExport.PAGE);
        return Future.succeededFuture(
                Answer.streamed(200, format.contentType(), response -> export.writeTo(response, query))
                        .with(
                                "Content-Disposition",
                                "attachment; filename=\"audit-" + tenant + "." + format.extension() + "\""));
    }
}
