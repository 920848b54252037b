package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The meters of a node, read by Prometheus on the management port. */
public final class Metrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentMap<String, Counter> dialectRules = new ConcurrentHashMap<>();

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** What Vert.x counts by itself; the event bus is left out because it is on the path of every request. */
    public MicrometerMetricsFactory factory() {
        return new MicrometerMetricsFactory(registry);
    }

    public MicrometerMetricsOptions options() {
        return new MicrometerMetricsOptions()
                .setEnabled(true)
                .addDisabledMetricsCategory(MetricsDomain.EVENT_BUS)
                .addDisabledMetricsCategory(MetricsDomain.NET_SERVER);
    }

    /** A rule of a dialect made a difference to a request of that vendor. */
    public void dialectRule(String idp, String rule) {
        dialectRules
                .computeIfAbsent(
                        idp + ' ' + rule,
                        ignored -> Counter.builder("sluice.dialect.rule")
                                .description("Requests that a dialect's rule made a difference to")
                                .tag("idp", idp)
                                .tag("rule", rule)
                                .register(registry))
                .increment();
    }
}
