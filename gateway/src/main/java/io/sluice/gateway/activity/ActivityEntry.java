package io.sluice.gateway.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request of an identity provider.
 *
 * @param route such as {@code /Users/{id}}
 * @param target path and query as they were sent, redacted
 * @param scimType empty when there is none
 * @param reason why it failed, in words; empty when it did not
 * @param rules the dialect's rules that made a difference
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
        List<String> rules,
        Optional<String> requestBody,
        Optional<String> responseBody) {

    public boolean failed() {
        return status >= 400;
    }
}
