package io.sluice.gateway.portal.operator;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/** System, for operators: what this node is and whether its parts answer. */
public final class SystemPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Pages pages;
    private final Supplier<Future<SystemView>> system;

    public SystemPages(Pages pages, Supplier<Future<SystemView>> system) {
        this.pages = pages;
        this.system = system;
    }

    public List<Route> routes() {
        return List.of(Route.get("system", Access.OPERATOR, this::show));
    }

    private Future<Answer> show(Visit visit) {
        return pages.ofOperator(visit, Section.SYSTEM)
                .compose(page -> system.get().map(view -> Pages.html(TEMPLATES.operatorSystem(page, view))));
    }
}
