package io.sluice.gateway.scim;

import io.sluice.core.control.Tenant;
import io.sluice.core.dialect.DialectRule;
import io.sluice.core.filter.Filter;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.metrics.FilterShape;
import io.sluice.gateway.metrics.Metrics;
import io.sluice.gateway.tracing.RequestSpans;
import java.time.Duration;
import java.util.Optional;

/** Counts what was served: requests for the operator, rules of dialects for whoever wonders what a connection needs. */
public record Tally(Metrics metrics, FiredRules rules, RequestLog log, RequestSpans spans) {

    void count(Visit visit, Answer answer) {
        visit.principal().ifPresent(principal -> {
            String route = visit.route().map(Observations::name).orElse("?");
            Duration took = Duration.ofNanos(System.nanoTime() - visit.beganAt());
            metrics.served(method(visit), route, answer.status(), took);
            Tenant tenant = principal.tenant();
            metrics.tenantServed(tenant.id().slug(), tenant.backend(), answer.status());
            log.served(visit.requestId(), principal, method(visit), route, answer.status(), took);
            spans.served(visit.requestId(), tenant.id().slug(), method(visit), route);
            visit.firings().ifPresent(firings -> firings.rules().forEach(rule -> count(principal, rule)));
        });
    }

    /** A list is asked for. */
    void listed(Optional<Filter> filter) {
        metrics.filter(FilterShape.of(filter));
    }

    /** A client may send any word for a method. */
    private static String method(Visit visit) {
        return visit.route()
                .filter(route -> route.methods().contains(visit.method()))
                .map(route -> visit.method())
                .orElse("other");
    }

    private void count(Principal principal, DialectRule rule) {
        metrics.dialectRule(principal.idp(), rule.name());
        rules.count(principal, rule);
    }
}
