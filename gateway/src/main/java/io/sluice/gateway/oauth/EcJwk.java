package io.sluice.gateway.oauth;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;

/** Keys on the curve P-256 as JWKs (RFC 7518 section 6.2). */
final class EcJwk {

    private static final int COORDINATE = 32;
    private static final String CURVE = "secp256r1";

    private EcJwk() {}

    /** A new pair with its private part {@code d}. */
    static JsonObject generate(String kid) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
            return new JsonObject()
                    .put("kid", kid)
                    .put("kty", "EC")
                    .put("crv", "P-256")
                    .put("alg", "ES256")
                    .put("use", "sig")
                    .put("x", text(publicKey.getW().getAffineX()))
                    .put("y", text(publicKey.getW().getAffineY()))
                    .put("d", text(((ECPrivateKey) pair.getPrivate()).getS()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has P-256", e);
        }
    }

    static JsonObject publicPart(JsonObject jwk) {
        JsonObject open = jwk.copy();
        open.remove("d");
        return open;
    }

    static PrivateKey privateKey(JsonObject jwk) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec(CURVE));
            BigInteger secret = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString("d")));
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }

    /** Big-endian, padded to the width of the curve. */
    private static String text(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }
}
