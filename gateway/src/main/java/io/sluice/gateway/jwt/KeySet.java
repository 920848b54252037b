package io.sluice.gateway.jwt;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The usable keys of a JWK set (RFC 7517 section 5), by {@code kid}. */
final class KeySet {

    private static final int MIN_RSA_BITS = 2_048;
    private static final int MAX_KEYS = 100;

    private final Map<String, VerificationKey> keys;

    private KeySet(Map<String, VerificationKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    static KeySet empty() {
        return new KeySet(Map.of());
    }

    /**
     * Takes the keys that can verify signatures and passes over all others, as RFC 7517 section 5 asks.
     *
     * @throws IllegalArgumentException when the text is not a JWK set
     */
    static KeySet parse(Vertx vertx, String text) {
        Map<String, VerificationKey> keys = new HashMap<>();
        for (Object element : array(text)) {
            if (element instanceof JsonObject jwk && usable(jwk) && keys.size() < MAX_KEYS) {
                keys.putIfAbsent(jwk.getString("kid"), new VerificationKey(vertx, publicPart(jwk)));
            }
        }
        return new KeySet(keys);
    }

    Optional<VerificationKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    private static JsonArray array(String text) {
        try {
            if (new JsonObject(text).getValue("keys") instanceof JsonArray keys) {
                return keys;
            }
        } catch (DecodeException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        }
        throw new IllegalArgumentException("it has no array \"keys\"");
    }

    private static boolean usable(JsonObject jwk) {
        return jwk.getValue("kid") instanceof String
                && "sig".equals(jwk.getValue("use", "sig"))
                && (!jwk.containsKey("alg") || jwk.getValue("alg") instanceof String)
                && (strongRsa(jwk) || namedCurve(jwk));
    }

    private static boolean strongRsa(JsonObject jwk) {
        return "RSA".equals(jwk.getValue("kty"))
                && jwk.getValue("e") instanceof String
                && jwk.getValue("n") instanceof String modulus
                && bits(modulus) >= MIN_RSA_BITS;
    }

    private static boolean namedCurve(JsonObject jwk) {
        return "EC".equals(jwk.getValue("kty"))
                && jwk.getValue("crv") instanceof String
                && jwk.getValue("x") instanceof String
                && jwk.getValue("y") instanceof String;
    }

    private static int bits(String base64) {
        try {
            return new BigInteger(1, Base64.getUrlDecoder().decode(base64)).bitLength();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Leaves out certificates and private parts: neither is ours to use. */
    private static JsonObject publicPart(JsonObject jwk) {
        JsonObject key = new JsonObject();
        for (String name : new String[] {"kid", "kty", "alg", "n", "e", "crv", "x", "y"}) {
            if (jwk.getValue(name) instanceof String value) {
                key.put(name, value);
            }
        }
        return key;
    }
}
