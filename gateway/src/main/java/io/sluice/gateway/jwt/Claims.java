package io.sluice.gateway.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the registered claims (RFC 7519 section 4.1) and refuses every value of another type. */
public final class Claims {

    /** The largest NumericDate that is read: the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private Claims() {}

    static String requiredText(ObjectNode claims, String name) {
        return text(claims, name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> TokenRefused.because("it has no \"" + name + "\""));
    }

    /** A claim that may be absent but, if it is there, is a text. */
    public static Optional<String> text(ObjectNode claims, String name) {
        JsonNode value = claims.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw TokenRefused.because("its \"" + name + "\" is not a text");
        }
        return Optional.of(value.asText());
    }

    static Optional<Instant> time(ObjectNode claims, String name) {
        JsonNode value = claims.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw TokenRefused.because("its \"" + name + "\" is not a whole number of seconds");
        }
        long seconds = value.longValue();
        if (seconds < 0 || seconds > LAST_SECOND) {
            throw TokenRefused.because("its \"" + name + "\" is no time of this age");
        }
        return Optional.of(Instant.ofEpochSecond(seconds));
    }

    /** {@code aud}: a text or an array of texts. */
    public static List<String> audiences(ObjectNode claims) {
        return texts(claims.path("aud"), "aud");
    }

    /** What was granted: {@code scope} (RFC 9068), {@code scp} (Okta, Entra ID) and {@code roles} (Entra ID without a user). */
    public static List<String> scopes(ObjectNode claims) {
        List<String> scopes = new ArrayList<>();
        for (String name : List.of("scope", "scp", "roles")) {
            for (String value : texts(claims.path(name), name)) {
                scopes.addAll(List.of(value.split(" ", -1)));
            }
        }
        return scopes;
    }

    private static List<String> texts(JsonNode value, String name) {
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value.isArray() ? value : List.of(value)) {
            if (!element.isTextual()) {
                throw TokenRefused.because("its \"" + name + "\" is neither a text nor an array of texts");
            }
            texts.add(element.asText());
        }
        return texts;
    }
}
