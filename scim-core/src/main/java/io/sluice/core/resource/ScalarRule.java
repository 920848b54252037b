package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.JsonKind;
import io.sluice.core.schema.Attribute;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** What a value that is no object must look like (RFC 7643 section 2.3). */
final class ScalarRule {

    private ScalarRule() {}

    /** @throws ScimException INVALID_VALUE with the path, what was expected and what kind of value came; never the value */
    static void check(Attribute attribute, String path, JsonNode value) {
        switch (attribute.type()) {
            case STRING -> require(value.isTextual(), path, "a string", value);
            case BOOLEAN -> require(value.isBoolean(), path, "true or false", value);
            case INTEGER -> require(value.canConvertToLong() && value.isIntegralNumber(), path, "an integer", value);
            case DECIMAL -> require(value.isNumber(), path, "a number", value);
            case DATE_TIME ->
                require(
                        value.isTextual() && isDateTime(value.textValue()),
                        path,
                        "a date with a time such as \"2026-01-31T08:30:00Z\"",
                        value);
            case BINARY -> require(value.isTextual() && isBase64(value.textValue()), path, "base64 text", value);
            case REFERENCE ->
                require(value.isTextual() && isReference(value.textValue()), path, "a URI without spaces", value);
            case COMPLEX -> throw new IllegalArgumentException("An object is no scalar: " + path);
        }
    }

    private static void require(boolean fits, String path, String expected, JsonNode value) {
        if (!fits) {
            String detail = "%s must be %s, not %s".formatted(path, expected, shown(value));
            throw ScimException.of(ErrorKind.INVALID_VALUE, detail);
        }
    }

    private static String shown(JsonNode value) {
        return value.isTextual() ? "this string" : JsonKind.of(value);
    }

    /** An xsd:dateTime has a date and a time; the time zone may be missing. */
    private static boolean isDateTime(String text) {
        try {
            DateTimeFormatter form =
                    text.endsWith("]") ? DateTimeFormatter.ISO_INSTANT : DateTimeFormatter.ISO_DATE_TIME;
            form.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** RFC 4648 section 4, or section 5 as some clients send it; padding may be missing. */
    private static boolean isBase64(String text) {
        boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        try {
            (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** IdPs send whatever they hold as a picture's address: only what cannot be part of a URI is refused. */
    private static boolean isReference(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
    }
}
