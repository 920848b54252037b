package io.sluice.gateway.portal.audit;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.control.AuditExport;
import io.sluice.gateway.control.AuditQueries;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Audit Trails, of a tenant and of what concerns none: the list, its filters, its exports. */
public final class AuditPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String OF_TENANT = "t/{tenant}/audit";
    private static final String OF_SYSTEM = "audit";
    private static final int ROWS = 50;

    private final Pages pages;
    private final AuditQueries trail;

    public AuditPages(Pages pages, AuditQueries trail) {
        this.pages = pages;
        this.trail = trail;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(OF_TENANT, Access.ADMINISTRATOR, this::showTenant),
                Route.get(OF_TENANT + "/{file}", Access.ADMINISTRATOR, this::exportTenant),
                Route.get(OF_SYSTEM, Access.OPERATOR, this::showSystem),
                Route.get(OF_SYSTEM + "/{file}", Access.OPERATOR, this::exportSystem));
    }

    private Future<Answer> showTenant(Visit visit) {
        return pages.ofTenant(visit, Section.AUDIT)
                .compose(page -> show(page, visit.segment("tenant"), page.at("audit"), Actions.OF_TENANT));
    }

    private Future<Answer> showSystem(Visit visit) {
        return pages.ofOperator(visit, Section.SYSTEM_AUDIT)
                .compose(page -> show(page, AuditEvent.SYSTEM, "/portal/audit", Actions.OF_SYSTEM));
    }

    private Future<Answer> exportTenant(Visit visit) {
        return pages.ofTenant(visit, Section.AUDIT).compose(page -> export(page, visit.segment("tenant")));
    }

    private Future<Answer> exportSystem(Visit visit) {
        return pages.ofOperator(visit, Section.SYSTEM_AUDIT).compose(page -> export(page, AuditEvent.SYSTEM));
    }

    private Future<Answer> show(Page page, String tenant, String address, List<String> actions) {
        AuditFilter filter = filter(page);
        Optional<String> cursor = page.visit().query().first("cursor");
        // A store that does not know the cursor may throw; here that becomes a failure like any other.
        return Future.succeededFuture()
                .compose(begun -> trail.find(filter.query(tenant, cursor, ROWS)))
                .recover(cause -> Future.failedFuture(inWords(page, cause)))
                .map(found -> new AuditView(
                        address,
                        actions,
                        filter,
                        cursor.isEmpty(),
                        found.items().stream().map(AuditRow::new).toList(),
                        found.nextCursor()))
                .map(view -> Pages.html(TEMPLATES.auditPage(page, view)));
    }

    private Future<Answer> export(Page page, String tenant) {
        AuditQuery query = filter(page).query(tenant, Optional.empty(), AuditQueries.MOST);
        for (AuditExport.Format format : AuditExport.Format.values()) {
            if (page.visit().segment("file").equals("export." + format.extension())) {
                return Future.succeededFuture(trail.export(query, format));
            }
        }
        return pages.unknown();
    }

    /**
     * @throws ScimException BAD_REQUEST in the reader's language
     */
    private static AuditFilter filter(Page page) {
        AuditFault.in(page.visit().query()).ifPresent(fault -> {
            throw fault.on(page);
        });
        return AuditFilter.of(page.visit().query());
    }

    private static Throwable inWords(Page page, Throwable cause) {
        boolean cursor = cause instanceof ScimException known && known.error().kind() == ErrorKind.INVALID_CURSOR;
        return cursor ? ScimException.of(ErrorKind.BAD_REQUEST, page.text("audit.wrong.cursor")) : cause;
    }
}
