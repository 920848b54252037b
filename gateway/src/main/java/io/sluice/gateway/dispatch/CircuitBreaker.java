package io.sluice.gateway.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves a backend alone that failed several times in a row: requests are refused at once instead of waiting for their deadline,
 * and after a pause a single one tries.
 */
final class CircuitBreaker {

    private final int failuresToOpen;
    private final long pauseNanos;
    private final LongSupplier clock;
    private int failures;
    private long openUntil;
    private boolean open;

    CircuitBreaker(int failuresToOpen, Duration pause, LongSupplier clock) {
        this.failuresToOpen = failuresToOpen;
        this.pauseNanos = pause.toNanos();
        this.clock = clock;
    }

    /** Whether a request may go; while open, one goes per pause. */
    synchronized boolean tryPass() {
        if (!open) {
            return true;
        }
        long now = clock.getAsLong();
        if (now - openUntil < 0) {
            return false;
        }
        openUntil = now + pauseNanos;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        open = false;
    }

    synchronized void failed() {
        failures++;
        if (failures >= failuresToOpen) {
            open = true;
            openUntil = clock.getAsLong() + pauseNanos;
        }
    }

    synchronized boolean isOpen() {
        return open;
    }
}
