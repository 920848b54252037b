package io.sluice.load.scenario;

import java.util.List;
import java.util.Optional;

/** The life of an application in Okta. */
final class OktaScenarios {

    private static final int CYCLE = 1;

    private OktaScenarios() {}

    static Scenario importAndPush(Scale scale, World world) {
        Population population = new Population(scale);
        Okta okta = new Okta(population, world);
        int leavers = Math.max(1, scale.users() / 1_000);
        return new Scenario(
                "okta",
                List.of(),
                List.of(
                        new Phase("assignments", scale.users(), 2, okta::assign),
                        new Phase(
                                "updates",
                                scale.changes(),
                                2,
                                piece -> okta.update(population.changed(CYCLE, piece), CYCLE)),
                        new Phase("import", 1, scale.users() / 100.0, okta::importUsers),
                        new Phase("import complete", 1, 1, ignored -> Optional.of(imported(world))),
                        new Phase("group push", scale.groups(), 4, okta::push),
                        new Phase(
                                "leavers",
                                leavers,
                                1,
                                piece -> okta.deactivate(population.changed(CYCLE, piece % scale.changes()))),
                        Totals.phase(world)));
    }

    private static Exchange imported(World world) {
        return Exchange.get("count", "/Users?count=0")
                .holding(answer -> Contents.total(world.importedCount()).fault(answer));
    }
}
