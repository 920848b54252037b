package io.sluice.load.drive;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What one run of a load measured. Belongs to one event loop while it runs. */
public final class Outcome {

    private static final long LONGEST_MICROS = 120_000_000;

    private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
    private final Map<String, Long> failures = new TreeMap<>();
    private long nanos;

    void took(long latencyNanos) {
        latency.recordValue(Math.min(LONGEST_MICROS, Math.max(0, latencyNanos / 1_000)));
    }

    void failed(String reason) {
        failures.merge(reason, 1L, Long::sum);
    }

    void lasted(long elapsedNanos) {
        this.nanos = elapsedNanos;
    }

    void add(Outcome other) {
        latency.add(other.latency);
        other.failures.forEach((reason, count) -> failures.merge(reason, count, Long::sum));
        nanos += other.nanos;
    }

    /** Microseconds; of an open loop from the moment at which the request was due. */
    public Histogram latency() {
        return latency;
    }

    public Map<String, Long> failures() {
        return Map.copyOf(failures);
    }

    public long failureCount() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    public double seconds() {
        return nanos / 1e9;
    }

    public double perSecond() {
        return nanos == 0 ? 0 : latency.getTotalCount() / seconds();
    }
}
