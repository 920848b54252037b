package io.sluice.gateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** What a node served in the last hour, second by second; takes as much memory however much that is. */
public final class RequestRates {

    private static final int MINUTES = 60;
    private static final int FIRST_FAILURE = 400;
    private static final int SECONDS = MINUTES * 60;

    private final AtomicReferenceArray<Second> ring = new AtomicReferenceArray<>(SECONDS);
    private final InstantSource clock;

    private record Second(long number, LongAdder successes, LongAdder failures, LongAdder nanos) {
        Second(long number) {
            this(number, new LongAdder(), new LongAdder(), new LongAdder());
        }
    }

    /** What was served from {@code begin} on. */
    public record Span(Instant begin, Duration length, long successes, long failures, Duration worked) {

        /** Requests for each second of the span. */
        public double perSecond() {
            return (double) (successes + failures) / length.toSeconds();
        }

        /** The average duration of a request in milliseconds; 0 when there was none. */
        public double meanMillis() {
            long all = successes + failures;
            return all == 0 ? 0 : worked.toNanos() / 1_000_000.0 / all;
        }

        /** In per cent, rounded; 0 when there was no request. */
        public long failureShare() {
            long all = successes + failures;
            return all == 0 ? 0 : Math.round(100.0 * failures / all);
        }
    }

    public RequestRates(InstantSource clock) {
        this.clock = clock;
    }

    /** A request was answered. */
    public void served(int status, Duration took) {
        Second second = second(clock.instant().getEpochSecond());
        (status < FIRST_FAILURE ? second.successes() : second.failures()).increment();
        second.nanos().add(took.toNanos());
    }

    /** The sixty seconds before this one. */
    public Span lastMinute() {
        return span(clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(MINUTES));
    }

    /** The last sixty minutes, oldest first; the last of them is not over. */
    public List<Span> lastHour() {
        Instant begin = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1L));
        List<Span> minutes = new ArrayList<>(MINUTES);
        for (int minute = 0; minute < MINUTES; minute++) {
            minutes.add(span(begin.plus(Duration.ofMinutes(minute))));
        }
        return minutes;
    }

    private Span span(Instant begin) {
        long successes = 0;
        long failures = 0;
        long nanos = 0;
        for (long number = begin.getEpochSecond(); number < begin.getEpochSecond() + MINUTES; number++) {
            Second second = ring.get(place(number));
            if (second != null && second.number() == number) {
                successes += second.successes().sum();
                failures += second.failures().sum();
                nanos += second.nanos().sum();
            }
        }
        return new Span(begin, Duration.ofMinutes(1), successes, failures, Duration.ofNanos(nanos));
    }

    /** The first request of a second makes its counters; whoever comes too late for an hour ago counts for nothing. */
    private Second second(long number) {
        int place = place(number);
        while (true) {
            Second known = ring.get(place);
            if (known != null && known.number() >= number) {
                return known;
            }
            Second fresh = new Second(number);
            if (ring.compareAndSet(place, known, fresh)) {
                return fresh;
            }
        }
    }

    private static int place(long number) {
        return Math.floorMod(number, SECONDS);
    }
}
