package io.sluice.load.bench;

import io.sluice.load.drive.Outcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** Collects outcomes and shows them as a table and as JSON. */
final class Report {

    private static final String ROW = "%-24s %10s %9s %9s %9s %9s %9s%n";

    private final JsonArray rows = new JsonArray();

    static String heading() {
        return String.format(ROW, "operation", "requests", "per s", "p50 ms", "p99 ms", "p99.9 ms", "failures");
    }

    /** Adds a row and returns its text. */
    String add(String name, Outcome outcome) {
        var latency = outcome.latency();
        rows.add(new JsonObject()
                .put("operation", name)
                .put("requests", latency.getTotalCount())
                .put("seconds", outcome.seconds())
                .put("perSecond", outcome.perSecond())
                .put("p50Micros", latency.getValueAtPercentile(50))
                .put("p90Micros", latency.getValueAtPercentile(90))
                .put("p99Micros", latency.getValueAtPercentile(99))
                .put("p999Micros", latency.getValueAtPercentile(99.9))
                .put("maxMicros", latency.getMaxValue())
                .put("failures", outcome.failureCount()));
        StringBuilder text = new StringBuilder(String.format(
                ROW,
                name,
                latency.getTotalCount(),
                String.format(Locale.ROOT, "%.0f", outcome.perSecond()),
                millis(latency.getValueAtPercentile(50)),
                millis(latency.getValueAtPercentile(99)),
                millis(latency.getValueAtPercentile(99.9)),
                outcome.failureCount()));
        outcome.failures()
                .forEach((reason, count) -> text.append("    ")
                        .append(count)
                        .append(" x ")
                        .append(reason)
                        .append('\n'));
        return text.toString();
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f", micros / 1_000.0);
    }

    JsonObject json() {
        return new JsonObject()
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("operations", rows);
    }
}
