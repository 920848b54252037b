package io.sluice.load.drive;

import java.time.Duration;
import java.util.Optional;

/**
 * What of a run is counted.
 *
 * @param warmUp requests that begin (open loop: are due) in it are sent and not counted
 * @param counted how long after it requests begin; empty: until the work is finished
 */
public record Window(Duration warmUp, Optional<Duration> counted) {

    public static Window of(Duration warmUp, Duration counted) {
        return new Window(warmUp, Optional.of(counted));
    }

    public static Window untilFinished() {
        return new Window(Duration.ZERO, Optional.empty());
    }

    long endNanos() {
        return counted.map(length -> warmUp.plus(length).toNanos()).orElse(Long.MAX_VALUE);
    }
}
