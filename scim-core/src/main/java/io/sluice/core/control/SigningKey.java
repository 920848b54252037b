package io.sluice.core.control;

import java.time.Instant;

/**
 * A key that signs our own access tokens.
 *
 * @param id the {@code kid}
 * @param algorithm such as {@code ES256}
 * @param privateJwk the key as a JWK (RFC 7517) with its private part; a secret
 * @param signsUntil when a newer key takes over
 * @param verifiesUntil when the last token that it signed has expired
 */
public record SigningKey(
        String id, String algorithm, String privateJwk, Instant createdAt, Instant signsUntil, Instant verifiesUntil) {

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
