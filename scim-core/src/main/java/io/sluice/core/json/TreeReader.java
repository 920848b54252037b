package io.sluice.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.io.IOException;
import java.math.BigDecimal;

/** Builds the tree of one document and refuses what a tree cannot show afterwards. The parser bounds the recursion. */
final class TreeReader {

    private final JsonParser parser;
    private final boolean checkTexts;
    private final int longestText;

    /**
     * @param longestText in UTF-16 units
     */
    TreeReader(JsonParser parser, boolean checkTexts, int longestText) {
        this.parser = parser;
        this.checkTexts = checkTexts;
        this.longestText = longestText;
    }

    JsonNode read() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw ScimException.of(ErrorKind.INVALID_SYNTAX, "The body is empty; a JSON object is expected.");
        }
        JsonNode root = value(first);
        if (parser.nextToken() != null) {
            throw ScimException.of(
                    ErrorKind.INVALID_SYNTAX,
                    "The body goes on after the end of its JSON document" + Position.of(parser) + ".");
        }
        return root;
    }

    private JsonNode value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> JsonNodeFactory.instance.textNode(bounded(checked(parser.getText())));
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a value cannot begin with " + token);
        };
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            checked(name);
            if (object.replace(name, value(parser.nextToken())) != null) {
                throw ScimException.of(
                        ErrorKind.INVALID_SYNTAX,
                        "The key " + Excerpt.of(name) + " occurs twice in one object" + Position.of(parser)
                                + "; every key may occur once.");
            }
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return array;
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> JsonNodeFactory.instance.numberNode(parser.getIntValue());
            case LONG -> JsonNodeFactory.instance.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
                JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode decimal() throws IOException {
        try {
            BigDecimal value = parser.getDecimalValue();
            if (JsonNumbers.isWithinLimits(value)) {
                return JsonNodeFactory.instance.numberNode(value);
            }
        } catch (NumberFormatException e) {
            // The exponent does not even fit an int: too large, as below.
        }
        throw ScimException.of(
                ErrorKind.INVALID_VALUE,
                "A number is too large or too small" + Position.of(parser) + "; its exponent may be up to "
                        + JsonNumbers.MAX_EXPONENT + ".");
    }

    private String bounded(String text) {
        if (text.length() > longestText) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE,
                    "A text is too long" + Position.of(parser) + "; it may have up to " + longestText + " characters.");
        }
        return text;
    }

    /** UTF-8 is valid already; only an escape can still bring in what no store accepts. */
    private String checked(String text) {
        if (checkTexts && !Texts.isStorable(text)) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE,
                    "A text holds U+0000 or half of a surrogate pair" + Position.of(parser)
                            + "; neither can be stored.");
        }
        return text;
    }
}
