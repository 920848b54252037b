package io.sluice.gateway.portal.setup;

import java.time.Instant;

/** Whether the IdP has been heard of since the reader began to wait. */
public sealed interface Sign {

    /** Since when the reader waits. */
    Instant since();

    record Waiting(Instant since) implements Sign {}

    /**
     * @param status of the latest answer
     */
    record Received(Instant since, Instant at, String method, String route, int status) implements Sign {

        public boolean isGood() {
            return status < 400;
        }
    }
}
