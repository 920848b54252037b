package io.sluice.load.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** All scenarios by name. */
public final class Scenarios {

    private static final Map<String, BiFunction<Scale, World, Scenario>> ALL = all();

    private Scenarios() {}

    private static Map<String, BiFunction<Scale, World, Scenario>> all() {
        Map<String, BiFunction<Scale, World, Scenario>> all = new LinkedHashMap<>();
        all.put("entra-initial", EntraScenarios::initial);
        all.put("entra-incremental", EntraScenarios::incremental);
        all.put("okta", OktaScenarios::importAndPush);
        all.put("bulk-migration", OtherScenarios::bulkMigration);
        all.put("deprovisioning-storm", OtherScenarios::deprovisioningStorm);
        all.put("mixed-tenants", Mix::scenario);
        return all;
    }

    /** The names, in the order of the documentation. */
    public static List<String> names() {
        return new ArrayList<>(ALL.keySet());
    }

    /** The scenario for one tenant, empty for a name that is none. */
    public static Optional<Scenario> named(String name, Scale scale, World world) {
        return Optional.ofNullable(ALL.get(name)).map(scenario -> scenario.apply(scale, world));
    }
}
