package io.sluice.gateway.portal.operator;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.WholeNumber;
import io.sluice.gateway.administrator.AdministratorCommands;
import io.sluice.gateway.control.IssuedApiKey;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Said;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Params;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The API keys of an administrator, for operators: with one, a programme does what the administrator may. */
public final class ApiKeyPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "administrators/{name}/keys";

    private final Pages pages;
    private final AdministratorCommands accounts;

    public ApiKeyPages(Pages pages, AdministratorCommands accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, Access.OPERATOR, visit -> show(visit, Optional.empty())),
                Route.post(ROOT, Access.OPERATOR, this::add),
                Route.post(ROOT + "/{id}/remove", Access.OPERATOR, this::remove));
    }

    /** The key is shown on the answer to the form itself: to show it on a page of its own it would have to be kept. */
    private Future<Answer> show(Visit visit, Optional<IssuedApiKey> issued) {
        String name = visit.segment("name");
        return pages.ofOperator(visit, Section.ADMINISTRATORS)
                .compose(page -> accounts.keys(name)
                        .map(all -> new KeysView(name, all.items(), issued))
                        .map(view -> Pages.html(TEMPLATES.operatorKeys(
                                Said.heard(page.titled(page.text("keys.title", name)), visit), view))));
    }

    private Future<Answer> add(Visit visit) {
        Optional<Integer> days = visit.form().first("days").map(ApiKeyPages::number);
        return accounts.addKey(visit.segment("name"), visit.form().first("name").orElse(""), days, Pages.actor(visit))
                .compose(issued -> show(visit, Optional.of(issued)));
    }

    private Future<Answer> remove(Visit visit) {
        String name = visit.segment("name");
        return accounts.removeKey(name, visit.segment("id"), Pages.actor(visit))
                .map(removed ->
                        Pages.redirect(Said.REMOVED.on("/portal/administrators/" + Params.encode(name) + "/keys")));
    }

    private static int number(String text) {
        return WholeNumber.parse(text)
                .orElseThrow(() -> ScimException.of(ErrorKind.BAD_REQUEST, "\"" + text + "\" is not a whole number."));
    }
}
