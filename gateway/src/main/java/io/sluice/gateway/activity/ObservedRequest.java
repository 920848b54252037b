package io.sluice.gateway.activity;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request as it went, before anything is taken out of it.
 *
 * @param credential the id of the credential, not a secret
 * @param target path and query
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
        Optional<Buffer> requestBody,
        Optional<Buffer> responseBody) {

    @Override
    public String toString() {
        return "ObservedRequest[" + requestId + "]";
    }
}
