package io.sluice.gateway.config;

import java.time.Duration;

/**
 * How a node stops.
 *
 * @param drainDelay between turning unready and refusing connections
 */
public record LifecycleConfig(Duration drainDelay) {

    static final ConfigKey<Duration> DRAIN_DELAY = ConfigKey.of(
            "lifecycle.drainDelay",
            Kind.duration(Duration.ZERO, Duration.ofMinutes(5)),
            "0s",
            "How long a node that was told to stop goes on serving, unready, so that load balancers notice; longer than their probes take.");

    static LifecycleConfig read(Settings settings) {
        return new LifecycleConfig(settings.get(DRAIN_DELAY));
    }
}
