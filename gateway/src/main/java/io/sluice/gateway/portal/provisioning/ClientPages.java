package io.sluice.gateway.portal.provisioning;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.control.Federation;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.IssuedClient;
import io.sluice.gateway.control.OAuthClientCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Notice;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Said;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.page.Vendors;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** OAuth clients and workload identity, a part of User Provisioning. */
public final class ClientPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "t/{tenant}/provisioning/clients";
    private static final String ONE = ROOT + "/{id}";

    private final Pages pages;
    private final OAuthClientCommands clients;
    private final ProvisioningViews views;

    public ClientPages(Pages pages, OAuthClientCommands clients, ProvisioningViews views) {
        this.pages = pages;
        this.clients = clients;
        this.views = views;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ROOT, Access.ADMINISTRATOR, this::create),
                Route.post(ONE + "/secrets", Access.ADMINISTRATOR, this::addSecret),
                Route.post(ONE + "/federation", Access.ADMINISTRATOR, this::federate),
                Route.post(ONE + "/state", Access.ADMINISTRATOR, this::setState),
                Route.post(ONE + "/remove", Access.ADMINISTRATOR, this::remove));
    }

    private Future<Answer> create(Visit visit) {
        Idp idp = Idp.of(visit.form().first("idp").orElse(""));
        return clients.create(
                        visit.segment("tenant"), idp, visit.form().first("name"), Optional.empty(), Pages.actor(visit))
                .compose(issued -> issued(visit, issued));
    }

    private Future<Answer> addSecret(Visit visit) {
        return clients.addSecret(visit.segment("tenant"), visit.segment("id"), Optional.empty(), Pages.actor(visit))
                .compose(issued -> issued(visit, issued))
                .recover(cause -> refused(visit, cause));
    }

    private Future<Answer> issued(Visit visit, IssuedClient issued) {
        String idp = issued.client().idp();
        IssuedView once = new IssuedView(
                idp, Vendors.label(idp), "issued.client", issued.client().id(), issued.text(), false);
        return pages.ofTenant(visit, Section.PROVISIONING)
                .compose(page -> views.of(page, Optional.of(once))
                        .map(view -> Pages.html(TEMPLATES.provisioningPage(page, view))));
    }

    private Future<Answer> federate(Visit visit) {
        Federation federation = new Federation(
                field(visit, "issuer"), field(visit, "subject"), field(visit, "audience"), field(visit, "jwksUri"));
        // The check of the address throws; here that becomes a failure like any other.
        return Future.succeededFuture()
                .compose(begun ->
                        clients.federate(visit.segment("tenant"), visit.segment("id"), federation, Pages.actor(visit)))
                .map(changed -> back(visit, Said.SAVED))
                .recover(cause -> refused(visit, cause));
    }

    private Future<Answer> setState(Visit visit) {
        boolean active = field(visit, "state").equals("active");
        TokenState state = active ? TokenState.ACTIVE : TokenState.INACTIVE;
        return clients.setState(visit.segment("tenant"), visit.segment("id"), state, Pages.actor(visit))
                .map(changed -> back(visit, Said.SAVED));
    }

    private Future<Answer> remove(Visit visit) {
        return clients.remove(visit.segment("tenant"), visit.segment("id"), Pages.actor(visit))
                .map(removed -> back(visit, Said.REMOVED));
    }

    /** The page again, with what was wrong. */
    private Future<Answer> refused(Visit visit, Throwable cause) {
        if (!(cause instanceof ScimException known) || known.error().kind().status() >= 500) {
            return Future.failedFuture(cause);
        }
        Notice notice = new Notice("bad", known.error().detail());
        return pages.ofTenant(visit, Section.PROVISIONING)
                .compose(page -> views.of(page.with(notice), Optional.empty())
                        .map(view -> Pages.html(
                                known.error().kind().status(), TEMPLATES.provisioningPage(page.with(notice), view))));
    }

    private static String field(Visit visit, String name) {
        return visit.form().first(name).orElse("");
    }

    private static Answer back(Visit visit, Said said) {
        return Pages.redirect(said.on("/portal/t/" + visit.segment("tenant") + "/provisioning"));
    }
}
