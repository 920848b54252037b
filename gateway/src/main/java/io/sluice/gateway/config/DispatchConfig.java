package io.sluice.gateway.config;

import java.time.Duration;

/**
 * How requests wait for backends.
 *
 * @param deadline after which a request is answered 503
 * @param tenantConcurrency requests of one tenant in flight on this node at once
 * @param breakerFailures failures in a row after which a backend is left alone
 * @param breakerPause for how long it is left alone
 */
public record DispatchConfig(Duration deadline, int tenantConcurrency, int breakerFailures, Duration breakerPause) {

    static final ConfigKey<Duration> DEADLINE = ConfigKey.of(
            "dispatch.deadline",
            Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
            "10s",
            "A request that its backend has not answered after this long gets 503.");
    static final ConfigKey<Integer> TENANT_CONCURRENCY = ConfigKey.of(
            "dispatch.tenantConcurrency",
            Kind.integer(1, 100_000),
            "512",
            "Requests of one tenant in flight on this node; beyond it 503 with Retry-After.");
    static final ConfigKey<Integer> BREAKER_FAILURES = ConfigKey.of(
            "dispatch.breakerFailures",
            Kind.integer(1, 10_000),
            "10",
            "After this many failures in a row a backend gets no requests for dispatch.breakerPause.");
    static final ConfigKey<Duration> BREAKER_PAUSE = ConfigKey.of(
            "dispatch.breakerPause",
            Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
            "2s",
            "How long a failing backend is left alone before one request tries it.");

    static DispatchConfig read(Settings settings) {
        return new DispatchConfig(
                settings.get(DEADLINE),
                settings.get(TENANT_CONCURRENCY),
                settings.get(BREAKER_FAILURES),
                settings.get(BREAKER_PAUSE));
    }
}
