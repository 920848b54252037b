package io.sluice.gateway.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A compact JWS (RFC 7515 section 3.1) taken apart and checked for all that needs no key; the signature is not yet verified.
 *
 * @param text the whole token, a secret
 * @param algorithm from the allow-list
 * @param keyId never blank
 * @param type the {@code typ} header in lower case without a leading {@code application/}
 * @param claims an object without duplicate names
 */
public record ParsedJwt(
        String text, SignatureAlgorithm algorithm, String keyId, Optional<String> type, ObjectNode claims) {

    /** A longer token is refused unread. */
    public static final int MAX_LENGTH = 8_192;

    /**
     * @throws io.sluice.core.error.ScimException UNAUTHORIZED with the reason
     */
    public static ParsedJwt parse(String token) {
        if (token.length() > MAX_LENGTH) {
            throw TokenRefused.because("it is longer than " + MAX_LENGTH + " characters");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            throw TokenRefused.because("it does not have the three parts of a signed JWT");
        }
        ObjectNode header = StrictSegment.json(parts[0], "header");
        ObjectNode claims = StrictSegment.json(parts[1], "payload");
        StrictSegment.bytes(parts[2], "signature");
        refuseExtensions(header);
        return new ParsedJwt(token, algorithm(header), keyId(header), type(header), claims);
    }

    /** Whether the text has the outer form of a JWT at all, so that other kinds of token are told apart. */
    public static boolean looksLike(String token) {
        return token.startsWith("ey") && token.indexOf('.') > 0;
    }

    /** The {@code iss} claim, which says whose rules apply. */
    public String issuer() {
        return Claims.requiredText(claims, "iss");
    }

    /** RFC 7515 section 4.1.11: what is critical and unknown must be refused, and we know no extension. */
    private static void refuseExtensions(ObjectNode header) {
        if (header.has("crit")) {
            throw TokenRefused.because("its header has \"crit\", and no critical extension is supported");
        }
        if (header.has("b64") || header.has("zip") || header.has("enc")) {
            throw TokenRefused.because("its header asks for an encoding that is not supported");
        }
    }

    private static SignatureAlgorithm algorithm(ObjectNode header) {
        return SignatureAlgorithm.named(header.path("alg").asText(""))
                .orElseThrow(() -> TokenRefused.because("its \"alg\" is not an accepted signature algorithm"));
    }

    private static String keyId(ObjectNode header) {
        JsonNode keyId = header.path("kid");
        if (!keyId.isTextual() || keyId.asText().isBlank()) {
            throw TokenRefused.because("its header has no \"kid\"");
        }
        return keyId.asText();
    }

    private static Optional<String> type(ObjectNode header) {
        JsonNode type = header.path("typ");
        if (type.isMissingNode()) {
            return Optional.empty();
        }
        if (!type.isTextual()) {
            throw TokenRefused.because("its \"typ\" is not a text");
        }
        String lower = type.asText().toLowerCase(java.util.Locale.ROOT);
        return Optional.of(lower.startsWith("application/") ? lower.substring("application/".length()) : lower);
    }

    @Override
    public String toString() {
        return "ParsedJwt[" + algorithm + "]";
    }
}
