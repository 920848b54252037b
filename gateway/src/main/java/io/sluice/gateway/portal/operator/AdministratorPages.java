package io.sluice.gateway.portal.operator;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.administrator.AdministratorCommands;
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
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** Administrators, for operators: make, change roles and passwords, remove; never oneself, so that somebody is left. */
public final class AdministratorPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "administrators";
    private static final String ONE = ROOT + "/{name}";

    private final Pages pages;
    private final AdministratorCommands accounts;

    public AdministratorPages(Pages pages, AdministratorCommands accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, Access.OPERATOR, visit -> show(visit, 200, page -> Said.heard(page, visit))),
                Route.post(ROOT, Access.OPERATOR, visit -> change(visit, Said.ADDED, this::add)),
                Route.post(ONE + "/role", Access.OPERATOR, visit -> change(visit, Said.SAVED, this::setRole)),
                Route.post(ONE + "/password", Access.OPERATOR, visit -> change(visit, Said.SAVED, this::setPassword)),
                Route.post(ONE + "/remove", Access.OPERATOR, visit -> change(visit, Said.REMOVED, this::remove)));
    }

    private interface Change {
        Future<?> of(Visit visit);
    }

    private Future<Answer> show(Visit visit, int status, UnaryOperator<Page> saying) {
        return pages.ofOperator(visit, Section.ADMINISTRATORS)
                .compose(page -> accounts.list()
                        .map(all -> AdministratorsView.of(all.items(), page.tenants()))
                        .map(view -> Pages.html(status, TEMPLATES.operatorAdministrators(saying.apply(page), view))));
    }

    /** What is refused is said on the page itself. */
    private Future<Answer> change(Visit visit, Said said, Change change) {
        return Future.succeededFuture()
                .compose(begun -> change.of(visit))
                .map(done -> Pages.redirect(said.on("/portal/" + ROOT)))
                .recover(cause -> cause instanceof ScimException known
                                && known.error().kind().status() < 500
                        ? show(
                                visit,
                                known.error().kind().status(),
                                page -> page.with(
                                        new Notice("bad", known.error().detail())))
                        : Future.failedFuture(cause));
    }

    private Future<?> add(Visit visit) {
        return accounts.create(
                visit.form().first("name").orElse(""), role(visit), visit.form().first("password"), Pages.actor(visit));
    }

    private Future<?> setRole(Visit visit) {
        return accounts.setRole(somebodyElse(visit), role(visit), Pages.actor(visit));
    }

    private Future<?> setPassword(Visit visit) {
        return accounts.setPassword(
                somebodyElse(visit), visit.form().first("password").orElse(""), Pages.actor(visit));
    }

    private Future<?> remove(Visit visit) {
        return accounts.remove(somebodyElse(visit), Pages.actor(visit));
    }

    private static String somebodyElse(Visit visit) {
        String name = visit.segment("name");
        if (name.equals(visit.admitted().administrator().name())) {
            throw ScimException.of(ErrorKind.FORBIDDEN, "Somebody else has to do this to your own account.");
        }
        return name;
    }

    private static AdministratorRole role(Visit visit) {
        return visit.form().first("role").filter("operator"::equals).isPresent()
                ? new AdministratorRole.Operator()
                : new AdministratorRole.TenantAdministrator(
                        new HashSet<>(visit.form().all("tenant")));
    }
}
