package io.sluice.gateway.scim;

import io.sluice.core.dialect.DialectRule;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.metrics.Metrics;
import java.time.Duration;

/** Counts what was served: requests for the operator, rules of dialects for whoever wonders what a connection needs. */
public record Tally(Metrics metrics, FiredRules rules) {

    void count(Visit visit, Answer answer) {
        visit.principal().ifPresent(principal -> {
            metrics.served(
                    method(visit),
                    visit.route().map(Observations::name).orElse("?"),
                    answer.status(),
                    Duration.ofNanos(System.nanoTime() - visit.beganAt()));
            visit.firings().ifPresent(firings -> firings.rules().forEach(rule -> count(principal, rule)));
        });
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
