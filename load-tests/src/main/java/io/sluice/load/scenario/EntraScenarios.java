package io.sluice.load.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cycles of Microsoft Entra ID. */
final class EntraScenarios {

    private static final Duration CYCLE = Duration.ofMinutes(40);

    private EntraScenarios() {}

    static Scenario initial(Scale scale, World world) {
        Population population = new Population(scale);
        Entra entra = new Entra(population, world);
        return new Scenario(
                "entra-initial",
                List.of(),
                List.of(
                        new Phase("test connection", 1, 3, entra::testConnection),
                        new Phase("users", scale.users(), 2, entra::provision),
                        new Phase("managers", scale.users(), 1, entra::manager),
                        new Phase("groups", scale.groups(), entra.requestsPerGroup(scale), entra::provisionGroup),
                        Totals.phase(world)));
    }

    /** In each cycle one user in a hundred changes, one in a thousand leaves, and one group in ten sees a change. */
    static Scenario incremental(Scale scale, World world) {
        Population population = new Population(scale);
        Entra entra = new Entra(population, world);
        int leavers = Math.max(1, scale.users() / 1_000);
        int regrouped = Math.max(1, scale.groups() / 10);
        List<Phase> phases = new ArrayList<>();
        for (int cycle = 1; cycle <= scale.cycles(); cycle++) {
            int number = cycle;
            int changed = scale.changes();
            int all = changed + leavers + regrouped;
            double perJourney = (changed * 3.0 + leavers * 2.0 + regrouped * 5.0) / all;
            phases.add(new Phase("cycle " + cycle, all, perJourney, piece -> {
                        if (piece < changed) {
                            return entra.change(population.changed(number, piece), number);
                        }
                        if (piece < changed + leavers) {
                            return entra.leave(population.changed(number, (piece - changed) % changed));
                        }
                        return regroup(entra, scale, number, piece - changed - leavers);
                    })
                    .spreadOver(CYCLE));
        }
        phases.add(Totals.phase(world));
        return new Scenario("entra-incremental", Filled.phases(scale, population, world), phases);
    }

    private static Optional<Exchange> regroup(Entra entra, Scale scale, int cycle, int piece) {
        return scale.groups() == 0 ? Optional.empty() : entra.regroup((cycle + piece * 10) % scale.groups());
    }
}
