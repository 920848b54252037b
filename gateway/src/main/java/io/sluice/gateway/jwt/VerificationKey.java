package io.sluice.gateway.jwt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One public key of a JWK set; verifies the signatures of one issuer. */
public final class VerificationKey {

    private final Vertx vertx;
    private final JsonObject jwk;
    private final JWTOptions options;
    private final Map<SignatureAlgorithm, JWTAuth> verifiers = new ConcurrentHashMap<>();

    /**
     * @param jwk a public key (RFC 7517); without {@code alg} it serves all algorithms of its type
     */
    public VerificationKey(Vertx vertx, JsonObject jwk) {
        this.vertx = vertx;
        this.jwk = jwk.copy();
        this.options = new JWTOptions().setLeeway((int) JwtRules.USUAL_LEEWAY.toSeconds());
    }

    Future<Void> verify(ParsedJwt jwt) {
        if (!fits(jwt.algorithm())) {
            return Future.failedFuture(TokenRefused.because("its \"alg\" does not fit the key"));
        }
        return verifiers
                .computeIfAbsent(jwt.algorithm(), this::verifier)
                .authenticate(new TokenCredentials(jwt.text()))
                .transform(result -> result.succeeded()
                        ? Future.<Void>succeededFuture()
                        : Future.failedFuture(TokenRefused.because("its signature does not hold")));
    }

    private boolean fits(SignatureAlgorithm algorithm) {
        String fixed = jwk.getString("alg", algorithm.name());
        return fixed.equals(algorithm.name()) && algorithm.fits(jwk.getString("kty", ""), jwk.getString("crv", ""));
    }

    private JWTAuth verifier(SignatureAlgorithm algorithm) {
        JsonObject key = jwk.copy().put("alg", algorithm.name());
        return JWTAuth.create(vertx, new JWTAuthOptions().addJwk(key).setJWTOptions(options));
    }
}
