package io.sluice.load.drive;

import java.util.Optional;

/** What a loop sends. Belongs to one event loop. */
public interface Work {

    /** The next request, or empty when none can go before an earlier one was answered. */
    Optional<Shot> next();

    /** Whether there will never be another request and every one was answered. */
    boolean finished();

    /** Sends the same kind of request without end. */
    static Work repeating(String name, Operation operation) {
        return new Repeating(name, operation);
    }
}
