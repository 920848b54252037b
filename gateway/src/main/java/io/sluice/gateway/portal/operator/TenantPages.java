package io.sluice.gateway.portal.operator;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.control.TenantChange;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Notice;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Said;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Tenants, for operators: make, switch, limit, remove. */
public final class TenantPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "tenants";
    private static final String ONE = ROOT + "/{slug}";
    private static final int ROWS = 50;

    private final Pages pages;
    private final TenantCommands tenants;
    private final BackendDirectory backends;

    public TenantPages(Pages pages, TenantCommands tenants, BackendDirectory backends) {
        this.pages = pages;
        this.tenants = tenants;
        this.backends = backends;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, Access.OPERATOR, visit -> show(visit, 200, page -> Said.heard(page, visit))),
                Route.post(ROOT, Access.OPERATOR, this::add),
                Route.post(ONE + "/provisioning", Access.OPERATOR, this::provisioning),
                Route.post(ONE + "/settings", Access.OPERATOR, this::settings),
                Route.post(ONE + "/remove", Access.OPERATOR, this::remove));
    }

    private Future<Answer> show(Visit visit, int status, UnaryOperator<Page> saying) {
        Optional<String> cursor = visit.query().first("cursor");
        return pages.ofOperator(visit, Section.TENANTS)
                .compose(page -> tenants.list(cursor, ROWS)
                        .map(found -> new TenantsView(
                                cursor.isEmpty(),
                                found.items(),
                                found.nextCursor(),
                                backends.names().stream().sorted().toList()))
                        .map(view -> Pages.html(status, TEMPLATES.operatorTenants(saying.apply(page), view))));
    }

    private Future<Answer> add(Visit visit) {
        return tenants.create(
                        visit.form().first("id").orElse(""),
                        visit.form().first("name"),
                        visit.form().first("backend"),
                        Pages.actor(visit))
                .map(made ->
                        Pages.redirect(Said.ADDED.on("/portal/t/" + made.id().slug() + "/provisioning")))
                .recover(cause -> refused(visit, cause));
    }

    private Future<Answer> provisioning(Visit visit) {
        boolean enabled = visit.form().first("enabled").filter("true"::equals).isPresent();
        return update(visit, TenantChange.NONE.withProvisioning(enabled));
    }

    private Future<Answer> settings(Visit visit) {
        Optional<String> rate = visit.form().first("rateLimit");
        Optional<String> days = visit.form().first("auditRetentionDays");
        if (!isNumberOrNone(rate) || !isNumberOrNone(days)) {
            return show(visit, 400, page -> page.with(new Notice("bad", page.text("tenants.notANumber"))));
        }
        return update(
                visit,
                TenantChange.NONE
                        .withName(visit.form().first("name"))
                        .withRateLimit(number(rate))
                        .withAuditRetention(number(days)));
    }

    private Future<Answer> update(Visit visit, TenantChange change) {
        return tenants.update(visit.segment("slug"), change, Pages.actor(visit))
                .map(changed -> Pages.redirect(Said.SAVED.on("/portal/tenants")))
                .recover(cause -> refused(visit, cause));
    }

    private Future<Answer> remove(Visit visit) {
        String slug = visit.segment("slug");
        if (!visit.form().first("confirm").orElse("").equals(slug)) {
            return show(visit, 400, page -> page.with(new Notice("bad", page.text("tenants.notConfirmed"))));
        }
        return tenants.delete(slug, Pages.actor(visit), visit.reader().requestId())
                .map(removed -> Pages.redirect(Said.REMOVED.on("/portal/tenants")));
    }

    /** The page again, with what was wrong. */
    private Future<Answer> refused(Visit visit, Throwable cause) {
        if (!(cause instanceof ScimException known) || known.error().kind().status() >= 500) {
            return Future.failedFuture(cause);
        }
        return show(
                visit,
                known.error().kind().status(),
                page -> page.with(new Notice("bad", known.error().detail())));
    }

    private static boolean isNumberOrNone(Optional<String> text) {
        return text.map(digits -> digits.matches("[0-9]{1,9}")).orElse(true);
    }

    private static OptionalInt number(Optional<String> digits) {
        return digits.stream().mapToInt(Integer::parseInt).findFirst();
    }
}
