package io.sluice.core.json;

import com.fasterxml.jackson.databind.JsonNode;

/** Says in an error text what kind of JSON value was sent, without repeating the value, which may be long or secret. */
public final class JsonKind {

    private JsonKind() {}

    public static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> node.isIntegralNumber() ? "an integer" : "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case MISSING -> "nothing";
        };
    }
}
