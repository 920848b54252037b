package io.sluice.load.scenario;

import java.util.ArrayList;
import java.util.List;

/** The members of the groups of a seed, as the ids that the tenant gave them. */
final class Members {

    private final Population population;
    private final World world;

    Members(Population population, World world) {
        this.population = population;
        this.world = world;
    }

    /** The ids of the members at these positions; users that were never created are left out. */
    List<String> of(int group, int from, int to) {
        List<String> ids = new ArrayList<>();
        for (int position = from; position < to; position++) {
            world.user(population.member(group, position)).ifPresent(ids::add);
        }
        return ids;
    }

    List<String> all(int group) {
        return of(group, 0, population.groupSize(group));
    }
}
