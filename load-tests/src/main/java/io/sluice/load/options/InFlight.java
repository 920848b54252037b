package io.sluice.load.options;

import picocli.CommandLine.Option;

/** How much is under way at once in the closed model. */
public final class InFlight {

    @Option(names = "--in-flight", description = "Operations at a time of the closed model (default: ${DEFAULT-VALUE})")
    private int value;

    public InFlight(int usual) {
        this.value = usual;
    }

    public int value() {
        return value;
    }
}
