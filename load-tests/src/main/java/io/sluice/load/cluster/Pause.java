package io.sluice.load.cluster;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets time pass. */
final class Pause {

    private static final long POLL_MILLIS = 20;

    private Pause() {}

    static void millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Returns how many milliseconds it took, or -1 when it was not so in time. */
    static long until(BooleanSupplier condition, long mostMillis) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(mostMillis)) {
                return -1;
            }
            millis(POLL_MILLIS);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
