package io.sluice.load.scenario;

import java.util.Optional;

/** The last phase: the tenant holds what it acknowledged, counted by itself. */
final class Totals {

    private Totals() {}

    /** Holds for a tenant that had nobody but those of this run. */
    static Phase phase(World world) {
        return new Phase(
                "totals",
                1,
                2,
                ignored -> Optional.of(total("/Users", () -> world.userCount())
                        .then(answer -> Optional.of(total("/Groups", () -> world.groupCount())))));
    }

    private static Exchange total(String endpoint, java.util.function.IntSupplier expected) {
        return Exchange.get("count", endpoint + "?count=0")
                .holding(answer -> Contents.total(expected.getAsInt()).fault(answer));
    }
}
