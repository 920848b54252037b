package io.sluice.core.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.sluice.core.json.NumberNodes;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.Spelling;
import java.math.BigDecimal;
import java.util.Optional;

/** Rewrites values that are no objects. */
final class ScalarRewriter {

    private static final int MAX_DIGITS = 40;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Tolerance tolerance;

    ScalarRewriter(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    JsonNode rewrite(Attribute attribute, JsonNode value) {
        if (isEmptyString(attribute, value)) {
            return NullNode.getInstance();
        }
        return switch (attribute.type()) {
            case BOOLEAN ->
                asBoolean(value.asText())
                        .filter(read -> value.isTextual() && tolerance.allows(DialectRule.STRING_BOOLEAN))
                        .<JsonNode>map(JSON::booleanNode)
                        .orElse(value);
            case INTEGER, DECIMAL -> value.isTextual() ? number(value) : value;
            case STRING ->
                (value.isNumber() || value.isBoolean()) && tolerance.allows(DialectRule.NUMBER_FOR_STRING)
                        ? JSON.textNode(value.asText())
                        : value;
            case DATE_TIME, BINARY, REFERENCE, COMPLEX -> value;
        };
    }

    /** Required attributes keep an empty string, so that what is missing is said; so do booleans, which nothing stands for. */
    boolean isEmptyString(Attribute attribute, JsonNode value) {
        return value.isTextual()
                && value.textValue().isEmpty()
                && !attribute.required()
                && attribute.type() != AttributeType.BOOLEAN
                && tolerance.allows(DialectRule.EMPTY_STRING);
    }

    static Optional<Boolean> asBoolean(String text) {
        if (Spelling.isSame(text, "true")) {
            return Optional.of(true);
        }
        return Spelling.isSame(text, "false") ? Optional.of(false) : Optional.empty();
    }

    static Optional<BigDecimal> asNumber(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(number -> Math.abs((long) number.scale()) <= MAX_DIGITS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private JsonNode number(JsonNode value) {
        Optional<BigDecimal> number = asNumber(value.textValue());
        return number.isPresent() && tolerance.allows(DialectRule.STRING_NUMBER) ? NumberNodes.of(number.get()) : value;
    }
}
