package io.sluice.gateway.start;

import io.sluice.gateway.config.Config;
import io.sluice.gateway.metrics.Metrics;
import io.sluice.gateway.tracing.Tracing;

/** What a node tells about itself. */
record Telemetry(Metrics metrics, Tracing tracing) implements AutoCloseable {

    static Telemetry of(Config config) {
        return new Telemetry(new Metrics(config.metrics()), new Tracing(config.tracing()));
    }

    @Override
    public void close() {
        tracing.close();
        metrics.close();
    }
}
