package io.sluice.load.options;

import picocli.CommandLine.Option;

/** Where everything random of a run comes from. */
public final class Seed {

    @Option(names = "--seed", description = "Everything random is the same for a seed (default: ${DEFAULT-VALUE})")
    private long value = 1;

    public long value() {
        return value;
    }
}
