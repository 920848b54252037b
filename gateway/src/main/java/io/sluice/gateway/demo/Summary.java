package io.sluice.gateway.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The table at the end of a run. */
final class Summary {

    private static final String ROW = "%-18s %9s %9s %11s %11s%n";
    private static final int SHOWN_FAILURES = 10;

    private final Measurements measurements;
    private final Duration elapsed;

    Summary(Measurements measurements, Duration elapsed) {
        this.measurements = measurements;
        this.elapsed = elapsed;
    }

    String text() {
        StringBuilder text =
                new StringBuilder(String.format(ROW, "operation", "requests", "failures", "p50 ms", "p99 ms"));
        for (Step step : Step.values()) {
            Histogram latency = measurements.latency(step);
            if (latency.getTotalCount() > 0) {
                text.append(row(step.label(), latency, failuresOf(step)));
            }
        }
        Histogram all = new Histogram(measurements.latency(Step.CHECK));
        all.reset();
        for (Step step : Step.values()) {
            all.add(measurements.latency(step));
        }
        List<Measurements.Failure> failures = measurements.failures();
        double seconds = elapsed.toNanos() / 1e9;
        text.append(row("all", all, failures.size()));
        text.append(String.format(
                Locale.ROOT,
                "%n%d requests in %.1f s: %.0f requests/s, %d failures%n",
                all.getTotalCount(),
                seconds,
                all.getTotalCount() / seconds,
                failures.size()));
        failures.stream()
                .limit(SHOWN_FAILURES)
                .forEach(failure ->
                        text.append(String.format("  %s: %s%n", failure.step().label(), failure.reason())));
        if (failures.size() > SHOWN_FAILURES) {
            text.append(String.format("  and %d more%n", failures.size() - SHOWN_FAILURES));
        }
        return text.toString();
    }

    private long failuresOf(Step step) {
        return measurements.failures().stream()
                .filter(failure -> failure.step() == step)
                .count();
    }

    private static String row(String label, Histogram latency, long failures) {
        return String.format(ROW, label, latency.getTotalCount(), failures, millis(latency, 50), millis(latency, 99));
    }

    private static String millis(Histogram latency, double percentile) {
        return String.format(Locale.ROOT, "%.1f", latency.getValueAtPercentile(percentile) / 1_000.0);
    }
}
