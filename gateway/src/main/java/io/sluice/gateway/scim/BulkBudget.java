package io.sluice.gateway.scim;

import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how many bytes of bulk requests a node serves at a time, because a document takes several times as much memory once it
 * is read. One for each node.
 */
public final class BulkBudget {

    private static final int SHARE_OF_HEAP = 32;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param most in bytes
     */
    BulkBudget(long most) {
        this.most = most;
    }

    /** A share of the heap as this virtual machine was started. */
    public static BulkBudget ofHeap() {
        return new BulkBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /**
     * Takes the bytes of one request; one alone may always go, however large it is.
     *
     * @throws ScimException UNAVAILABLE when others have taken too much
     */
    void take(long bytes) {
        long before = taken.getAndAdd(bytes);
        if (before > 0 && before + bytes > most) {
            taken.addAndGet(-bytes);
            throw ScimError.unavailable(
                            "This node serves as many bulk requests as it has memory for; send this one again soon.",
                            SOON)
                    .asException();
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
