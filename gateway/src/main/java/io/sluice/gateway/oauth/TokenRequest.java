package io.sluice.gateway.oauth;

import java.util.List;

/**
 * A request to the token endpoint.
 *
 * @param authorization all {@code Authorization} headers
 * @param body form-urlencoded
 * @param issuer what the client calls this service, without a slash at the end
 */
public record TokenRequest(
        List<String> authorization, String body, String issuer, String requestId, String clientAddress) {

    public TokenRequest {
        authorization = List.copyOf(authorization);
    }

    @Override
    public String toString() {
        return "TokenRequest[" + requestId + "]";
    }
}
