package io.sluice.gateway.scim;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * How many operations of one bulk request may be in flight: few at first and more with every one that is over, so that the event
 * loop is never held up by a burst, and no more while the tenant has little room left. The most is what a backend that shares
 * statements among writes in flight needs to answer a large request by a handful of them.
 */
final class BulkWindow implements IntSupplier {

    private static final int FIRST = 64;
    private static final int GROWTH = 8;
    private static final int MOST = 512;

    private final BooleanSupplier room;
    private int open = FIRST;

    BulkWindow(BooleanSupplier room) {
        this.room = room;
    }

    void oneIsOver() {
        open = Math.min(MOST, open + GROWTH);
    }

    @Override
    public int getAsInt() {
        return room.getAsBoolean() ? open : 0;
    }
}
