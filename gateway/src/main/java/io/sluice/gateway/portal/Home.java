package io.sluice.gateway.portal;

import io.sluice.core.control.Tenant;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Params;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;

/** Where {@code /portal} leads, and the way from one tenant to another. */
final class Home {

    private final Pages pages;

    Home(Pages pages) {
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                Route.get("", Access.ADMINISTRATOR, this::begin),
                Route.get("switch", Access.ADMINISTRATOR, this::change));
    }

    /** Whoever has one tenant begins there; an operator of many begins at the list of them. */
    private Future<Answer> begin(Visit visit) {
        return pages.choices(visit).map(tenants -> {
            boolean direct = tenants.size() == 1 || (!visit.admitted().isOperator() && !tenants.isEmpty());
            return Pages.redirect(
                    direct ? address(tenants.getFirst(), Section.PROVISIONING.path()) : "/portal/tenants");
        });
    }

    private Future<Answer> change(Visit visit) {
        String slug = visit.query().first("tenant").orElse("");
        String wanted = visit.query().first("section").orElse("");
        boolean ofTenant = Arrays.stream(Section.values())
                .anyMatch(section -> section.path().equals(wanted) && section.isOfTenant());
        String section = ofTenant ? wanted : Section.PROVISIONING.path();
        return Future.succeededFuture(Pages.redirect("/portal/t/" + Params.encode(slug) + "/" + section));
    }

    private static String address(Tenant tenant, String section) {
        return "/portal/t/" + tenant.id().slug() + "/" + section;
    }
}
