package io.sluice.load.report;

import io.sluice.load.drive.Outcome;
import io.sluice.load.own.Consumption;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The figures of one operation.
 *
 * @param latency in microseconds
 * @param variation the coefficient of variation of the rate between rounds (0.05 is 5 %); 0 for a single round
 * @param cost what server processes used while it ran; nothing when they were not seen or ran other operations, too
 * @param failures how often by reason
 */
public record Row(
        String operation,
        long requests,
        double seconds,
        double perSecond,
        Latency latency,
        double variation,
        Consumption cost,
        Map<String, Long> failures) {

    /** Microseconds. */
    public record Latency(long mean, long p50, long p75, long p90, long p95, long p99, long p999, long max) {

        static Latency of(Histogram histogram) {
            return new Latency(
                    Math.round(histogram.getMean()),
                    histogram.getValueAtPercentile(50),
                    histogram.getValueAtPercentile(75),
                    histogram.getValueAtPercentile(90),
                    histogram.getValueAtPercentile(95),
                    histogram.getValueAtPercentile(99),
                    histogram.getValueAtPercentile(99.9),
                    histogram.getMaxValue());
        }

        JsonObject json() {
            return new JsonObject()
                    .put("mean", mean)
                    .put("p50", p50)
                    .put("p75", p75)
                    .put("p90", p90)
                    .put("p95", p95)
                    .put("p99", p99)
                    .put("p99.9", p999)
                    .put("max", max);
        }

        static Latency from(JsonObject json) {
            return new Latency(
                    json.getLong("mean"),
                    json.getLong("p50"),
                    json.getLong("p75"),
                    json.getLong("p90"),
                    json.getLong("p95"),
                    json.getLong("p99"),
                    json.getLong("p99.9"),
                    json.getLong("max"));
        }
    }

    public static Row of(String operation, Outcome outcome) {
        return of(operation, outcome, 0, Consumption.NONE);
    }

    public static Row of(String operation, Outcome outcome, double variation, Consumption cost) {
        return new Row(
                operation,
                outcome.latency().getTotalCount(),
                outcome.seconds(),
                outcome.perSecond(),
                Latency.of(outcome.latency()),
                variation,
                cost,
                outcome.failures());
    }

    public long failureCount() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** CPU seconds of gateway and database for a thousand requests, 0 when not measured. */
    public double cpuPerThousand() {
        return requests == 0 ? 0 : cost.cpuSeconds() * 1_000 / requests;
    }

    JsonObject json() {
        JsonObject json = new JsonObject()
                .put("operation", operation)
                .put("requests", requests)
                .put("failures", failureCount())
                .put("seconds", seconds)
                .put("perSecond", perSecond)
                .put("latencyMicros", latency.json());
        if (variation > 0) {
            json.put("variation", variation);
        }
        if (cost.cpuSeconds() > 0) {
            json.put("gatewayCpuSeconds", cost.gatewayCpuSeconds())
                    .put("databaseCpuSeconds", cost.databaseCpuSeconds())
                    .put("gatewayMemoryKib", cost.gatewayMemoryKib());
        }
        if (!failures.isEmpty()) {
            JsonObject reasons = new JsonObject();
            new TreeMap<>(failures).forEach(reasons::put);
            json.put("failureReasons", reasons);
        }
        return json;
    }

    static Row from(JsonObject json) {
        Map<String, Long> reasons = new TreeMap<>();
        json.getJsonObject("failureReasons", new JsonObject())
                .forEach(entry -> reasons.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
        return new Row(
                json.getString("operation"),
                json.getLong("requests"),
                json.getDouble("seconds"),
                json.getDouble("perSecond"),
                Latency.from(json.getJsonObject("latencyMicros")),
                json.getDouble("variation", 0.0),
                new Consumption(
                        json.getDouble("gatewayCpuSeconds", 0.0),
                        json.getDouble("databaseCpuSeconds", 0.0),
                        json.getLong("gatewayMemoryKib", 0L)),
                reasons);
    }
}
