package io.sluice.gateway.portal.activity;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/** Activity: recent requests, how each connection fares, and why something failed. */
public final class ActivityPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ROOT = "t/{tenant}/activity";
    private static final int ROWS = 100;

    private final Pages pages;
    private final Exchanges exchanges;
    private final InstantSource clock;

    public ActivityPages(Pages pages, Exchanges exchanges, InstantSource clock) {
        this.pages = pages;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, Access.ADMINISTRATOR, visit -> show(visit, TEMPLATES::activityPage)),
                Route.get(ROOT + "/health", Access.ADMINISTRATOR, visit -> show(visit, TEMPLATES::activityCards)),
                Route.get(ROOT + "/requests", Access.ADMINISTRATOR, visit -> show(visit, TEMPLATES::activityRequests)),
                Route.get(ROOT + "/series", Access.ADMINISTRATOR, this::series),
                Route.get(ROOT + "/{id}", Access.ADMINISTRATOR, this::exchange));
    }

    private Future<Answer> show(Visit visit, BiFunction<Page, ActivityView, JteModel> template) {
        return pages.ofTenant(visit, Section.ACTIVITY).map(page -> Pages.html(template.apply(page, view(page))));
    }

    private ActivityView view(Page page) {
        ActivityFilter filter = ActivityFilter.of(page.visit().query());
        List<Exchange> all = exchanges.of(page.owner().id());
        List<HealthCard> cards = exchanges.cards(page.owner().id(), clock.instant());
        List<Exchange> matching = all.stream().filter(filter::takes).toList();
        return new ActivityView(filter, cards, matching.stream().limit(ROWS).toList(), matching.size());
    }

    private Future<Answer> series(Visit visit) {
        return pages.ofTenant(visit, Section.ACTIVITY)
                .map(page -> Answer.bytes(
                        200,
                        MediaTypes.JSON,
                        StrictJson.write(Series.of(exchanges.of(page.owner().id()), clock.instant()))));
    }

    private Future<Answer> exchange(Visit visit) {
        return pages.ofTenant(visit, Section.ACTIVITY).map(page -> {
            Exchange found = exchanges.of(page.owner().id()).stream()
                    .filter(one -> one.id().equals(visit.segment("id")))
                    .findFirst()
                    .orElseThrow(() -> ScimException.of(ErrorKind.NOT_FOUND, page.text("activity.gone")));
            return Pages.html(TEMPLATES.activityExchange(page.titled(found.method() + " " + found.route()), found));
        });
    }
}
