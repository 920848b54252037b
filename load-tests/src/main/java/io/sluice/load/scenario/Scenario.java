package io.sluice.load.scenario;

import java.util.List;

/**
 * What is sent to one tenant.
 *
 * @param preparation brings the tenant into the state that the scenario begins with; not measured
 * @param phases one after the other
 */
public record Scenario(String name, List<Phase> preparation, List<Phase> phases) {

    public Scenario {
        preparation = List.copyOf(preparation);
        phases = List.copyOf(phases);
    }
}
