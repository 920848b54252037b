package io.sluice.gateway.scim;

import io.sluice.core.bulk.BulkPace;
import io.sluice.core.error.ScimError;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How many operations of one bulk request may be in flight: few at first and more with every one that is over, so that the event
 * loop is never held up by a burst, and no more while the tenant has little room left. The most is what a backend that shares
 * statements among writes in flight needs to answer a large request by a handful of them.
 *
 * <p>None begins after the deadline, nor when the node stops: a client that gave up waiting would never hear what became of them.
 */
final class BulkWindow implements BulkPace {

    private static final int FIRST = 64;
    private static final int GROWTH = 8;
    private static final int MOST = 512;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final BooleanSupplier room;
    private final BooleanSupplier stopping;
    private final Duration patience;
    private final LongSupplier clock;
    private final long began;
    private int open = FIRST;

    /**
     * @param patience for how long operations begin, from now on
     * @param clock in nanoseconds
     */
    BulkWindow(BooleanSupplier room, BooleanSupplier stopping, Duration patience, LongSupplier clock) {
        this.room = room;
        this.stopping = stopping;
        this.patience = patience;
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    void oneIsOver() {
        open = Math.min(MOST, open + GROWTH);
    }

    @Override
    public int window() {
        return room.getAsBoolean() ? open : 0;
    }

    @Override
    public Optional<ScimError> halt() {
        if (clock.getAsLong() - began >= patience.toNanos()) {
            return Optional.of(notAttempted("this bulk request has taken " + patience.toMillis()
                    + " ms, after which no operation begins; send the rest again, in a smaller request"));
        }
        return stopping.getAsBoolean()
                ? Optional.of(notAttempted("this node is about to stop; send the rest again"))
                : Optional.empty();
    }

    private static ScimError notAttempted(String why) {
        return ScimError.unavailable("Not attempted: " + why + ".", SOON);
    }
}
