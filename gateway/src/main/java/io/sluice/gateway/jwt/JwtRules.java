package io.sluice.gateway.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a JWT must say to be accepted.
 *
 * @param audiences of which one must be among the token's
 * @param types accepted values of {@code typ}
 * @param typeRequired whether a token without {@code typ} is refused
 * @param maxLifetime how far ahead {@code exp} may be: a token for years is a password that nobody can change
 * @param leeway how far two clocks may differ
 */
public record JwtRules(
        String issuer,
        Set<String> audiences,
        Set<SignatureAlgorithm> algorithms,
        Set<String> types,
        boolean typeRequired,
        Duration maxLifetime,
        Duration leeway) {

    /** How far the clocks of two servers may differ. */
    public static final Duration USUAL_LEEWAY = Duration.ofSeconds(30);

    public JwtRules {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        types = Set.copyOf(types);
    }

    /**
     * Checks everything but the signature, which is checked last because it is the only dear part.
     *
     * @throws io.sluice.core.error.ScimException UNAUTHORIZED with the reason
     */
    public void check(ParsedJwt jwt, Instant now) {
        checkType(jwt.type());
        if (!algorithms.contains(jwt.algorithm())) {
            throw TokenRefused.because("its \"alg\" is not one that this issuer may use");
        }
        if (!issuer.equals(jwt.issuer())) {
            throw TokenRefused.because("its \"iss\" is not the expected issuer");
        }
        if (Claims.audiences(jwt.claims()).stream().noneMatch(audiences::contains)) {
            throw TokenRefused.because("its \"aud\" is not the expected audience");
        }
        checkTimes(jwt.claims(), now);
    }

    private void checkType(Optional<String> type) {
        if (type.isEmpty() ? typeRequired : !types.contains(type.get())) {
            throw TokenRefused.because("its \"typ\" is not one that is accepted here");
        }
    }

    private void checkTimes(ObjectNode claims, Instant now) {
        Instant expiry = Claims.time(claims, "exp").orElseThrow(() -> TokenRefused.because("it has no \"exp\""));
        if (!now.isBefore(expiry.plus(leeway))) {
            throw TokenRefused.because("it has expired");
        }
        if (expiry.isAfter(now.plus(maxLifetime).plus(leeway))) {
            throw TokenRefused.because("its \"exp\" is more than " + maxLifetime + " ahead");
        }
        for (String name : Set.of("nbf", "iat")) {
            if (Claims.time(claims, name).filter(now.plus(leeway)::isBefore).isPresent()) {
                throw TokenRefused.because("its \"" + name + "\" lies ahead");
            }
        }
    }
}
