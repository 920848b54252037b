package io.sluice.gateway.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies and failures by step, from many threads. */
final class Measurements {

    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1_000;

    private final Map<Step, Histogram> latencies = new EnumMap<>(Step.class);
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

    /** What went wrong, in words for the reader. */
    record Failure(Step step, String reason) {}

    Measurements() {
        Arrays.stream(Step.values()).forEach(step -> latencies.put(step, new ConcurrentHistogram(LONGEST_MICROS, 3)));
    }

    void took(Step step, long nanos) {
        latency(step).recordValue(Math.min(LONGEST_MICROS, nanos / 1_000));
    }

    void failed(Step step, String reason) {
        failures.add(new Failure(step, reason));
    }

    /** Microseconds. */
    Histogram latency(Step step) {
        Histogram histogram = latencies.get(step);
        if (histogram == null) {
            throw new IllegalStateException("No histogram for " + step);
        }
        return histogram;
    }

    long requests() {
        return latencies.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }
}
