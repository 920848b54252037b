package io.sluice.gateway.portal.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.metrics.RequestRates;
import io.sluice.gateway.portal.page.Page;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Section;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.sluice.gateway.system.SystemReport;
import io.sluice.gateway.system.SystemStatus;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;

/** System, for operators: the nodes, what they do and whether their parts answer; the page refreshes itself. */
public final class SystemPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Pages pages;
    private final SystemStatus system;

    public SystemPages(Pages pages, SystemStatus system) {
        this.pages = pages;
        this.system = system;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("system", Access.OPERATOR, visit -> show(visit, TEMPLATES::operatorSystem)),
                Route.get("system/state", Access.OPERATOR, visit -> show(visit, TEMPLATES::operatorState)),
                Route.get("system/series", Access.OPERATOR, this::series));
    }

    private Future<Answer> show(Visit visit, BiFunction<Page, SystemReport, JteModel> template) {
        return pages.ofOperator(visit, Section.SYSTEM)
                .compose(page -> system.report().map(report -> Pages.html(template.apply(page, report))));
    }

    private Future<Answer> series(Visit visit) {
        return Future.succeededFuture(Answer.bytes(200, MediaTypes.JSON, StrictJson.write(json(system.lastHour()))));
    }

    private static ObjectNode json(List<RequestRates.Span> minutes) {
        ObjectNode series = JsonNodeFactory.instance.objectNode();
        ArrayNode times = series.putArray("times");
        ArrayNode successes = series.putArray("successes");
        ArrayNode failures = series.putArray("failures");
        for (RequestRates.Span minute : minutes) {
            times.add(minute.begin().toString());
            successes.add(minute.successes());
            failures.add(minute.failures());
        }
        return series;
    }
}
