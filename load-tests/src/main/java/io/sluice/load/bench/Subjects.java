package io.sluice.load.bench;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is measured: on which users, which operations, and beside which baseline. */
final class Subjects {

    @Option(names = "--sample", description = "Users to measure with (default: ${DEFAULT-VALUE})")
    private int sample = 2_000;

    @Option(names = "--only", split = ",", description = "Names of rows; all without")
    private List<String> only = List.of();

    @Option(
            names = "--postgres",
            description = "URI of a PostgreSQL for the baseline: the same rows written and read without a gateway "
                    + "(default: of the kit's own gateway, if there is one)")
    private Optional<String> postgres = Optional.empty();

    int sample() {
        return sample;
    }

    boolean has(String name) {
        return only.isEmpty() || only.contains(name);
    }

    Optional<String> postgres() {
        return postgres;
    }
}
