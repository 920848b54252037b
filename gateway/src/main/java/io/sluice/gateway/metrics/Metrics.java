package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The meters of a node, read by Prometheus on the management port. No label has a value that a client can choose. */
public final class Metrics {

    private record Operation(String method, String route, int status) {}

    private record Rule(String idp, String name) {}

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestRates rates = new RequestRates(InstantSource.system());
    private final ConcurrentMap<Operation, Timer> operations = new ConcurrentHashMap<>();
    private final ConcurrentMap<Rule, Counter> rules = new ConcurrentHashMap<>();

    /** What was served of late, for the page System. */
    public RequestRates rates() {
        return rates;
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** What Vert.x counts by itself. */
    public MicrometerMetricsFactory factory() {
        return new MicrometerMetricsFactory(registry);
    }

    /** The event bus is left out because it is on the path of every request, the sockets because HTTP counts them too. */
    public MicrometerMetricsOptions options() {
        return new MicrometerMetricsOptions()
                .setEnabled(true)
                .addDisabledMetricsCategory(MetricsDomain.EVENT_BUS)
                .addDisabledMetricsCategory(MetricsDomain.NET_SERVER);
    }

    /**
     * A SCIM request was answered.
     *
     * @param route the template, such as {@code /Users/{id}}
     */
    public void served(String method, String route, int status, Duration took) {
        rates.served(status, took);
        operations
                .computeIfAbsent(new Operation(method, route, status), this::timer)
                .record(took);
    }

    /** A rule of a dialect made a difference to a request of that vendor. */
    public void dialectRule(String idp, String rule) {
        rules.computeIfAbsent(new Rule(idp, rule), this::counter).increment();
    }

    private Timer timer(Operation operation) {
        return Timer.builder("sluice.scim.requests")
                .description("SCIM requests of verified callers")
                .tag("method", operation.method())
                .tag("route", operation.route())
                .tag("status", Integer.toString(operation.status()))
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10))
                .register(registry);
    }

    private Counter counter(Rule rule) {
        return Counter.builder("sluice.dialect.rule")
                .description("Requests that a dialect's rule made a difference to")
                .tag("idp", rule.idp())
                .tag("rule", rule.name())
                .register(registry);
    }
}
