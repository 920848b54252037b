package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** How long requests took, by method, route and class of status. What has been seen once is found without making anything. */
final class RequestTimers {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "other");
    private static final List<String> CLASSES = List.of("other", "1xx", "2xx", "3xx", "4xx", "5xx");

    /** Fine around what a single resource should take, for a 99th percentile that means something. */
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final ConcurrentMap<String, AtomicReferenceArray<@Nullable Timer>> routes = new ConcurrentHashMap<>();

    RequestTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param route a template, of which there are as many as the schemas have endpoints
     */
    void record(String method, String route, int status, Duration took) {
        AtomicReferenceArray<@Nullable Timer> timers = routes.get(route);
        if (timers == null) {
            timers = routes.computeIfAbsent(
                    route, ignored -> new AtomicReferenceArray<>(METHODS.size() * CLASSES.size()));
        }
        int known = METHODS.indexOf(method);
        int verb = known < 0 ? METHODS.size() - 1 : known;
        int outcome = status / 100 < CLASSES.size() ? status / 100 : 0;
        int index = verb * CLASSES.size() + outcome;
        Timer timer = timers.get(index);
        if (timer == null) {
            timer = timer(METHODS.get(verb), route, CLASSES.get(outcome));
            timers.set(index, timer);
        }
        timer.record(took);
    }

    private Timer timer(String method, String route, String status) {
        return Timer.builder("sluice.scim.requests")
                .description("SCIM requests of verified callers, by how they were answered")
                .tag("method", method)
                .tag("route", route)
                .tag("status", status)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
