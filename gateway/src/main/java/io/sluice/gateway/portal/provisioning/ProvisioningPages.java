package io.sluice.gateway.portal.provisioning;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.WholeNumber;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.IssuedToken;
import io.sluice.gateway.control.RenewalOrder;
import io.sluice.gateway.control.TokenCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Notice;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Said;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.page.Vendors;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** User Provisioning: generates tokens and rules over their life. */
public final class ProvisioningPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "t/{tenant}/provisioning";
    private static final String TOKEN = ROOT + "/tokens/{id}";

    private final Pages pages;
    private final TokenCommands tokens;
    private final ProvisioningViews views;

    public ProvisioningPages(Pages pages, TokenCommands tokens, ProvisioningViews views) {
        this.pages = pages;
        this.tokens = tokens;
        this.views = views;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, Access.ADMINISTRATOR, this::show),
                Route.get(ROOT + "/tokens", Access.ADMINISTRATOR, this::table),
                Route.post(ROOT + "/tokens", Access.ADMINISTRATOR, this::generate),
                Route.post(TOKEN + "/state", Access.ADMINISTRATOR, this::setState),
                Route.post(TOKEN + "/renew", Access.ADMINISTRATOR, this::renew),
                Route.post(TOKEN + "/remove", Access.ADMINISTRATOR, this::remove));
    }

    private Future<Answer> show(Visit visit) {
        return pages.ofTenant(visit, Section.PROVISIONING)
                .compose(page -> views.of(page, Optional.empty())
                        .map(view -> Pages.html(TEMPLATES.provisioningPage(Said.heard(page, visit), view))));
    }

    private Future<Answer> table(Visit visit) {
        return pages.ofTenant(visit, Section.PROVISIONING)
                .compose(page -> views.of(page, Optional.empty())
                        .map(view -> Pages.html(TEMPLATES.provisioningTokens(page, view))));
    }

    private Future<Answer> generate(Visit visit) {
        Idp idp = Idp.of(visit.form().first("idp").orElse(""));
        Optional<Integer> days = visit.form().first("days").map(ProvisioningPages::number);
        return tokens.generate(visit.segment("tenant"), idp, visit.form().first("name"), days, Pages.actor(visit))
                .compose(issued -> issued(visit, issued))
                .recover(cause ->
                        isConflict(cause) ? refused(visit, page -> fullNotice(page, idp)) : Future.failedFuture(cause));
    }

    private Future<Answer> renew(Visit visit) {
        int overlap =
                visit.form().first("overlap").map(ProvisioningPages::number).orElse(0);
        RenewalOrder order = new RenewalOrder(
                Optional.empty(),
                Optional.of(Duration.ofMinutes(overlap)),
                visit.form().first("lastFour"));
        return tokens.renew(visit.segment("tenant"), visit.segment("id"), order, Pages.actor(visit))
                .compose(issued -> issued(visit, issued))
                .recover(cause -> isConflict(cause)
                        ? refused(visit, page -> new Notice("bad", page.text("renew.meanwhile")))
                        : Future.failedFuture(cause));
    }

    /** The secret is shown on the answer to the form itself: to show it on a page of its own it would have to be kept. */
    private Future<Answer> issued(Visit visit, IssuedToken issued) {
        String idp = issued.token().idp();
        boolean inactive = issued.token().state() == TokenState.INACTIVE;
        IssuedView once = new IssuedView(idp, Vendors.label(idp), "issued.token", "", issued.text(), inactive);
        return pages.ofTenant(visit, Section.PROVISIONING)
                .compose(page -> views.of(page, Optional.of(once))
                        .map(view -> Pages.html(TEMPLATES.provisioningPage(page, view))));
    }

    private Future<Answer> refused(Visit visit, Function<Page, Notice> notice) {
        return pages.ofTenant(visit, Section.PROVISIONING)
                .compose(page -> views.of(page, Optional.empty())
                        .map(view -> Pages.html(409, TEMPLATES.provisioningPage(page.with(notice.apply(page)), view))));
    }

    private Notice fullNotice(Page page, Idp idp) {
        return new Notice("bad", page.text("tokens.full", idp.label(), views.mostTokens()));
    }

    private Future<Answer> setState(Visit visit) {
        boolean active = visit.form().first("state").filter("active"::equals).isPresent();
        TokenState state = active ? TokenState.ACTIVE : TokenState.INACTIVE;
        return tokens.setState(visit.segment("tenant"), visit.segment("id"), state, Pages.actor(visit))
                .map(token -> back(visit, active ? Said.ENABLED : Said.DISABLED));
    }

    private Future<Answer> remove(Visit visit) {
        return tokens.remove(visit.segment("tenant"), visit.segment("id"), Pages.actor(visit))
                .map(removed -> back(visit, Said.REMOVED));
    }

    private static Answer back(Visit visit, Said said) {
        return Pages.redirect(said.on("/portal/t/" + visit.segment("tenant") + "/provisioning"));
    }

    private static boolean isConflict(Throwable cause) {
        return cause instanceof ScimException known && known.error().kind() == ErrorKind.CONFLICT;
    }

    private static int number(String text) {
        return WholeNumber.parse(text)
                .orElseThrow(() -> ScimException.of(ErrorKind.BAD_REQUEST, "\"" + text + "\" is not a whole number."));
    }
}
