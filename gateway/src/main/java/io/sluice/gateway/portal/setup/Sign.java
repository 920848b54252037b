package io.sluice.gateway.portal.setup;

import java.time.Instant;
import java.util.Optional;

/** Whether the IdP has been heard of since the reader began to wait. */
public sealed interface Sign {

    /** Since when the reader waits. */
    Instant since();

    /**
     * @param heard when it was heard of before, if it was and that is still known
     */
    record Waiting(Instant since, Optional<Instant> heard) implements Sign {}

    /**
     * @param status of the latest answer
     */
    record Received(Instant since, Instant at, String method, String route, int status) implements Sign {

        public boolean isGood() {
            return status < 400;
        }
    }
}
