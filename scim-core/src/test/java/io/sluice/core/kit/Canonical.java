package io.sluice.core.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** The text of a document with its names in one order, since the order of names means nothing. */
final class Canonical {

    private Canonical() {}

    static String text(JsonNode value) {
        return ordered(value).toString();
    }

    private static JsonNode ordered(JsonNode value) {
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(ordered(element)));
            return array;
        }
        if (value.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), ordered(field.getValue())));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach(object::set);
            return object;
        }
        return value;
    }
}
