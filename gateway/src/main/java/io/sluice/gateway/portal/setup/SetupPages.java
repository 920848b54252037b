package io.sluice.gateway.portal.setup;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import io.sluice.gateway.admin.ScimUrls;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.TokenCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.activity.Exchange;
import io.sluice.gateway.portal.activity.Exchanges;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The guided set-up of each identity provider, with a sign that changes when it is heard of. */
public final class SetupPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "t/{tenant}/setup/{idp}";

    private final Pages pages;
    private final TokenCommands tokens;
    private final Exchanges exchanges;
    private final InstantSource clock;

    public SetupPages(Pages pages, TokenCommands tokens, Exchanges exchanges, InstantSource clock) {
        this.pages = pages;
        this.tokens = tokens;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, Access.ADMINISTRATOR, visit -> show(visit, TEMPLATES::setupPage)),
                Route.get(ROOT + "/sign", Access.ADMINISTRATOR, visit -> show(visit, TEMPLATES::setupSign)));
    }

    private Future<Answer> show(Visit visit, BiFunction<Page, SetupView, JteModel> template) {
        Idp idp = Idp.of(visit.segment("idp"));
        return pages.ofTenant(visit, Section.PROVISIONING)
                .compose(page -> view(page, idp)
                        .map(view -> Pages.html(
                                template.apply(page.titled(page.text("setup.pageTitle", idp.label())), view))));
    }

    private Future<SetupView> view(Page page, Idp idp) {
        String tenant = page.owner().id().slug();
        return tokens.list(tenant)
                .map(all -> new SetupView(
                        idp,
                        Guide.steps(idp),
                        ScimUrls.of(page.visit().reader().publicUrl(), tenant),
                        all.items().stream().anyMatch(token -> token.idp().equals(idp.word())),
                        sign(page, idp)));
    }

    private Sign sign(Page page, Idp idp) {
        Instant since =
                page.visit().query().first("since").flatMap(SetupPages::instant).orElseGet(clock::instant);
        Optional<Exchange> latest = exchanges.latest(page.owner().id(), idp.word());
        return latest.filter(one -> one.time().isAfter(since))
                .<Sign>map(one -> new Sign.Received(since, one.time(), one.method(), one.route(), one.status()))
                .orElseGet(() -> new Sign.Waiting(since, latest.map(Exchange::time)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
