package io.sluice.gateway.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request of an identity provider.
 *
 * @param route such as {@code /Users/{id}}
 * @param target path and query as they were sent, redacted
 * @param scimType empty when there is none
 * @param reason why it failed, in words; empty when it did not
 * @param requestBody redacted and cut; empty when it was not kept
 */
public record ActivityEntry(
        Instant time,
        String requestId,
        String idp,
        String credential,
        String method,
        String route,
        String target,
        int status,
        String scimType,
        String reason,
        Duration duration,
        Optional<String> requestBody,
        Optional<String> responseBody) {

    public boolean failed() {
        return status >= 400;
    }
}
