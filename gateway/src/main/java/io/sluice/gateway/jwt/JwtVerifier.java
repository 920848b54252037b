package io.sluice.gateway.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.time.InstantSource;

/** Verifies signed JWTs: the rules first, then the key, then the signature. */
public final class JwtVerifier {

    private final InstantSource clock;

    public JwtVerifier(InstantSource clock) {
        this.clock = clock;
    }

    /** Answers the claims; fails with UNAUTHORIZED and the reason, or UNAVAILABLE when the keys cannot be had. */
    public Future<ObjectNode> verify(ParsedJwt jwt, JwtRules rules, KeySource keys) {
        try {
            rules.check(jwt, clock.instant());
        } catch (ScimException refused) {
            return Future.failedFuture(refused);
        }
        return keys.key(jwt.keyId())
                .compose(found -> found.map(key -> key.verify(jwt))
                        .orElseGet(() -> Future.failedFuture(
                                TokenRefused.because("its \"kid\" is not among the issuer's keys"))))
                .map(jwt.claims());
    }
}
