package io.sluice.gateway.jwt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on only when told. */
public final class MovableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    /** At the real time, for what reads the machine's own clock. */
    public static MovableClock atRealTime() {
        MovableClock clock = new MovableClock();
        clock.now = Instant.now();
        return clock;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }
}
