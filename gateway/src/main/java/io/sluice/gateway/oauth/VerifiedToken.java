package io.sluice.gateway.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Claims whose signature held, kept until they expire so that it is checked once. */
record VerifiedToken(ObjectNode claims, Instant expiresAt) {

    static VerifiedToken of(ObjectNode claims) {
        return new VerifiedToken(claims, Instant.ofEpochSecond(claims.get("exp").longValue()));
    }

    String text(String claim) {
        return claims.path(claim).asText("");
    }
}
