package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sluice.core.meter.Meters;
import io.sluice.gateway.config.MetricsConfig;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/** The meters of a node, read by Prometheus on the management port. No label has a value that a client can choose. */
public final class Metrics {

    private record Rule(String idp, String name) {}

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestRates rates = new RequestRates(InstantSource.system());
    private final RequestTimers requests = new RequestTimers(registry);
    private final TenantCounters tenants;
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final Map<FilterShape, Counter> filters = new EnumMap<>(FilterShape.class);
    private final ConcurrentMap<Rule, Counter> rules = new ConcurrentHashMap<>();

    public Metrics(MetricsConfig config) {
        tenants = new TenantCounters(registry, config.tenants());
        for (FilterShape shape : FilterShape.values()) {
            filters.put(shape, filterCounter(shape));
        }
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

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

    /** Where backends and stores register theirs. */
    public Meters forBackends() {
        return new RegistryMeters(registry);
    }

    /**
     * A SCIM request was answered.
     *
     * @param route the template, such as {@code /Users/{id}}
     */
    public void served(String method, String route, int status, Duration took) {
        rates.served(status, took);
        requests.record(method, route, status, took);
    }

    /** The same request, for who asked and where it went. */
    public void tenantServed(String tenant, String backend, int status) {
        tenants.count(tenant, backend, status);
    }

    /** A list was asked for with a filter of that shape. */
    public void filter(FilterShape shape) {
        Objects.requireNonNull(filters.get(shape)).increment();
    }

    /** A rule of a dialect made a difference to a request of that vendor. */
    public void dialectRule(String idp, String rule) {
        rules.computeIfAbsent(new Rule(idp, rule), this::counter).increment();
    }

    /**
     * Verifications of tokens that the cache answered, and those that waited for the store.
     *
     * @param verifier kept alive by its owner, not by its meters
     */
    public <V> void watchVerifier(V verifier, ToDoubleFunction<V> hits, ToDoubleFunction<V> misses) {
        verifications("hit", verifier, hits);
        verifications("miss", verifier, misses);
    }

    private <V> void verifications(String result, V verifier, ToDoubleFunction<V> count) {
        FunctionCounter.builder("sluice.verifier.lookups", verifier, count)
                .description("Verifications of tokens: answered by the cache (hit) or by the store (miss)")
                .tag("result", result)
                .register(registry);
    }

    public void watchBreaker(String backend, BooleanSupplier open) {
        Gauge.builder("sluice.backend.breaker.open", open, state -> state.getAsBoolean() ? 1 : 0)
                .description("1 while requests to the backend are refused because it failed several times in a row")
                .tag("backend", backend)
                .strongReference(true)
                .register(registry);
    }

    /** One measurement on each event loop. */
    public void watchEventLoops(Vertx vertx, int loops) {
        Timer timer = Timer.builder("sluice.event.loop.delay")
                .description("By how much timers of the event loops are late")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(registry);
        vertx.deployVerticle(() -> new LoopDelay(timer), new DeploymentOptions().setInstances(loops));
    }

    /** To be called when the node ends: what was added to the virtual machine goes with it. */
    public void close() {
        garbage.close();
        registry.close();
    }

    private Counter filterCounter(FilterShape shape) {
        return Counter.builder("sluice.scim.filters")
                .description("Lists that were asked for, by the shape of their filter")
                .tag("shape", shape.label())
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
