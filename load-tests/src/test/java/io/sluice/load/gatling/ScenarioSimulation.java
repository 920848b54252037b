package io.sluice.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.drive.Target;
import io.sluice.load.run.Run;
import io.sluice.load.run.Subject;
import io.sluice.load.run.Tempo;
import io.sluice.load.run.Tenancy;
import io.sluice.load.scenario.Phase;
import io.sluice.load.scenario.Scenario;
import io.sluice.load.scenario.Scenarios;
import io.sluice.load.scenario.World;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scenario that {@code -Dscenario} names, for one or more tenants at once, in the closed model or, with {@code -Drate}, in
 * the open one. Fails when a single request failed.
 */
public final class ScenarioSimulation extends Simulation {

    private static final Duration TAIL = Duration.ofSeconds(1);

    private final Settings settings = Settings.read();
    private final Tempo tempo = new Tempo(
            settings.rate(),
            settings.inFlight(),
            settings.compress(),
            Duration.ZERO,
            Duration.ofSeconds(settings.seconds()));
    private final Subject subject = Gateways.subject();
    private final List<Assignment> assignments = assignments();
    private final Aftermath aftermath = new Aftermath(subject, settings);

    /** A tenant and what is sent to it. */
    private record Assignment(Target target, Scenario scenario) {}

    public ScenarioSimulation() {
        setUp(assignments.stream().map(this::population).toList())
                .assertions(global().failedRequests().count().is(0L));
    }

    private List<Assignment> assignments() {
        List<String> names = Settings.scenarios();
        List<Assignment> all = new ArrayList<>();
        String prefix = "gatling-" + System.currentTimeMillis() % 100_000_000 + "-";
        List<Target> targets = subject.tenants(settings.tenants() * names.size(), prefix);
        for (int number = 0; number < targets.size(); number++) {
            String name = names.get(number % names.size());
            Target target = targets.get(number);
            Scenario found = Scenarios.named(name, settings.scale(), new World())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no scenario " + name + "; there are " + Scenarios.names()));
            all.add(new Assignment(target, found));
        }
        return all;
    }

    private PopulationBuilder population(Assignment assignment) {
        String title = assignment.scenario().name() + " "
                + assignment.target().path("").replaceAll("^/tenants/|/scim/v2$", "") + ": ";
        List<Phase> phases = assignment.scenario().phases();
        // Phases that follow do not inherit what the first one speaks.
        HttpProtocolBuilder protocol = protocol(assignment.target());
        PopulationBuilder rest = injected(title, phases.getLast()).protocols(protocol);
        for (int number = phases.size() - 2; number >= 0; number--) {
            rest = injected(title, phases.get(number)).protocols(protocol).andThen(rest);
        }
        return rest;
    }

    private static HttpProtocolBuilder protocol(Target target) {
        return http.baseUrl(target.url().toString())
                .authorizationHeader("Bearer " + target.token())
                .acceptHeader("application/scim+json")
                .userAgentHeader("sluice-load-tests")
                .disableUrlEncoding()
                .disableCaching()
                .disableFollowRedirect()
                .shareConnections();
    }

    private PopulationBuilder injected(String title, Phase phase) {
        Chain chain = new Chain(phase);
        Optional<Double> rate = tempo.perTenant().or(() -> tempo.spread(phase));
        ScenarioBuilder all = scenario(title + phase.name());
        if (phase.journeys() == 1) {
            return all.exec(chain.once()).injectOpen(atOnceUsers(1));
        }
        if (rate.isPresent()) {
            double starts = rate.get() / phase.perJourney();
            Duration length = phase.isEndless()
                    ? tempo.endless()
                    : Duration.ofMillis((long) (phase.journeys() / starts * 1_000))
                            .plus(TAIL);
            return all.exec(chain.once()).injectOpen(constantUsersPerSec(starts).during(length));
        }
        return phase.isEndless()
                ? all.exec(chain.once())
                        .injectClosed(constantConcurrentUsers(tempo.inFlight()).during(tempo.endless()))
                : all.exec(chain.untilEmpty()).injectOpen(atOnceUsers(tempo.inFlight()));
    }

    /** Brings the tenants into the state that their scenarios begin with. */
    @Override
    public void before() {
        Vertx vertx = Vertx.vertx();
        try {
            for (Assignment assignment : assignments) {
                Tenancy tenancy = new Tenancy(new ScimClient(vertx, assignment.target(), 16), assignment.scenario());
                new Run(vertx, List.of(tenancy), tempo, (phase, outcomes) -> {})
                        .prepare()
                        .await();
            }
        } finally {
            vertx.close().await();
        }
        aftermath.begin();
    }

    @Override
    public void after() {
        aftermath.end();
    }
}
