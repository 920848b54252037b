package io.sluice.gateway.oauth;

import io.sluice.core.control.SigningKey;
import io.sluice.gateway.jwt.VerificationKey;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/**
 * One of our keys, ready to sign and to verify.
 *
 * @param open the public part as a JWK
 */
record SigningPair(String id, PrivateKey secret, VerificationKey verification, JsonObject open, Instant signsUntil) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static SigningPair of(Vertx vertx, SigningKey stored) {
        JsonObject jwk = new JsonObject(stored.privateJwk());
        JsonObject open = EcJwk.publicPart(jwk);
        return new SigningPair(
                stored.id(), EcJwk.privateKey(jwk), new VerificationKey(vertx, open), open, stored.signsUntil());
    }

    /** A compact JWS of type {@code at+jwt} (RFC 9068 section 2.1), which Vert.x itself cannot make. */
    String sign(JsonObject claims) {
        JsonObject header =
                new JsonObject().put("alg", "ES256").put("typ", "at+jwt").put("kid", id);
        String content = part(header) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(secret);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
    }

    private static String part(JsonObject json) {
        return BASE64.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SigningPair[" + id + "]";
    }
}
