package io.sluice.gateway.config;

import java.util.Optional;

/**
 * Traces of requests.
 *
 * @param endpoint a collector's URL without the path; none for no traces
 * @param ratio of traces that are kept, from 0 to 1
 */
public record TracingConfig(Optional<String> endpoint, double ratio) {

    static final ConfigKey<Optional<String>> ENDPOINT = ConfigKey.of(
            "tracing.endpoint",
            Kind.publicUrl(),
            "",
            "OpenTelemetry collector that takes OTLP over HTTP at /v1/traces below this, such as http://collector:4318;"
                    + " without it nothing is traced.");
    static final ConfigKey<Double> RATIO =
            ConfigKey.of("tracing.ratio", Kind.share(), "1", "Share of traces that are kept; the same on all nodes.");

    static TracingConfig read(Settings settings) {
        return new TracingConfig(settings.get(ENDPOINT), settings.get(RATIO));
    }
}
