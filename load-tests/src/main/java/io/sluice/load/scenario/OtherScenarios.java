package io.sluice.load.scenario;

import java.util.List;

/** What happens beside the cycles. */
final class OtherScenarios {

    private OtherScenarios() {}

    /** A directory moves in: everybody by bulk, then groups by bulk with their members. */
    static Scenario bulkMigration(Scale scale, World world) {
        Population population = new Population(scale);
        List<Phase> fill = Filled.phases(scale, population, world);
        return new Scenario("bulk-migration", List.of(), List.of(fill.get(0), fill.get(1), Totals.phase(world)));
    }

    /** Everybody is deactivated at once, as when an application is unassigned, and half of them are deleted later. */
    static Scenario deprovisioningStorm(Scale scale, World world) {
        Population population = new Population(scale);
        Leaving leaving = new Leaving(population, world);
        return new Scenario(
                "deprovisioning-storm",
                Filled.phases(scale, population, world),
                List.of(
                        new Phase("deactivations", scale.users(), 2.1, leaving::deactivate),
                        new Phase("deletions", scale.users() / 2, 1.1, leaving::delete),
                        Totals.phase(world)));
    }
}
