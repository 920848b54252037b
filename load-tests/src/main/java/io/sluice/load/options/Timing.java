package io.sluice.load.options;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long something without an end of its own is sent. */
public final class Timing {

    @Option(names = "--warm-up", description = "Seconds before it counts (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--seconds", description = "Seconds that count (default: ${DEFAULT-VALUE})")
    private int seconds;

    public Timing(int warmUp, int seconds) {
        this.warmUp = warmUp;
        this.seconds = seconds;
    }

    public Duration warmUp() {
        return Duration.ofSeconds(warmUp);
    }

    public Duration counted() {
        return Duration.ofSeconds(seconds);
    }

    /** Whether something is counted, and for no longer than an hour. */
    public boolean isValid() {
        return warmUp >= 0 && seconds >= 1 && seconds <= 3_600;
    }
}
