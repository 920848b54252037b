package io.sluice.gateway.portal.operator;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Notice;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Said;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.session.Administrators;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;

/** Everybody's own account. */
public final class AccountPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Pages pages;
    private final Administrators administrators;

    public AccountPages(Pages pages, Administrators administrators) {
        this.pages = pages;
        this.administrators = administrators;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("account", Access.ADMINISTRATOR, this::show),
                Route.post("account/password", Access.ADMINISTRATOR, this::change));
    }

    private Future<Answer> show(Visit visit) {
        return pages.ofOperator(visit, Section.ACCOUNT)
                .map(page -> Pages.html(TEMPLATES.operatorAccount(Said.heard(page, visit))));
    }

    /** Whoever came from outside has no password here that could be compared or changed. */
    private Future<Answer> change(Visit visit) {
        if (visit.admitted().ticket().outside().isPresent()) {
            return pages.ofOperator(visit, Section.ACCOUNT)
                    .map(page -> Pages.html(
                            409,
                            TEMPLATES.operatorAccount(page.with(new Notice("bad", page.text("account.outside"))))));
        }
        return administrators
                .changePassword(
                        visit.admitted().administrator().name(),
                        visit.form().first("old").orElse(""),
                        visit.form().first("wanted").orElse(""),
                        Pages.actor(visit))
                .compose(changed -> changed
                        ? Future.succeededFuture(Pages.redirect(Said.SAVED.on("/portal/account")))
                        : refused(visit, ""))
                .recover(cause -> cause instanceof ScimException known
                                && known.error().kind().status() < 500
                        ? refused(visit, known.error().detail())
                        : Future.failedFuture(cause));
    }

    private Future<Answer> refused(Visit visit, String detail) {
        return pages.ofOperator(visit, Section.ACCOUNT).map(page -> {
            String words = detail.isEmpty() ? page.text("account.wrong") : detail;
            return Pages.html(400, TEMPLATES.operatorAccount(page.with(new Notice("bad", words))));
        });
    }
}
