package io.sluice.gateway.jwt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The signatures that can be accepted at all (RFC 7518 section 3.1): asymmetric ones, so that a public key is never a secret. */
public enum SignatureAlgorithm {
    RS256("RSA", ""),
    RS384("RSA", ""),
    RS512("RSA", ""),
    PS256("RSA", ""),
    PS384("RSA", ""),
    PS512("RSA", ""),
    ES256("EC", "P-256"),
    ES384("EC", "P-384"),
    ES512("EC", "P-521");

    private final String keyType;
    private final String curve;

    SignatureAlgorithm(String keyType, String curve) {
        this.keyType = keyType;
        this.curve = curve;
    }

    /** By its name in RFC 7518, in exactly this case. */
    public static Optional<SignatureAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    /** What an issuer may sign with when its registration does not say. */
    public static List<String> usual() {
        return List.of(RS256.name(), ES256.name());
    }

    /** Whether a key of this type ({@code kty}) and, for EC, this curve ({@code crv}) can have made such a signature. */
    boolean fits(String keyType, String curve) {
        return this.keyType.equals(keyType) && (this.curve.isEmpty() || this.curve.equals(curve));
    }
}
