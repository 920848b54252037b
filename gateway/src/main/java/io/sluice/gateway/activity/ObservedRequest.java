package io.sluice.gateway.activity;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request as it went, before anything is taken out of it.
 *
 * @param credential the id of the credential, not a secret
 * @param target path and query
 * @param rules the dialect's rules that made a difference
 * @param responseBody empty when it was streamed
 */
public record ObservedRequest(
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
        Optional<Buffer> requestBody,
        Optional<Buffer> responseBody) {

    @Override
    public String toString() {
        return "ObservedRequest[" + requestId + "]";
    }
}
