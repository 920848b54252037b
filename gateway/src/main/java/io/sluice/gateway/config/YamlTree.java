package io.sluice.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns YAML into the JSON tree that backends take their settings from. */
final class YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlTree() {}

    static ObjectNode object(MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        for (var tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            object.set(key, node(tuple.getValueNode()));
        }
        return object;
    }

    private static JsonNode node(Node node) {
        if (node instanceof MappingNode mapping) {
            return object(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(item -> array.add(node(item)));
            return array;
        }
        return node instanceof ScalarNode scalar ? scalar(scalar.getTag(), scalar.getValue()) : JSON.nullNode();
    }

    /** The plain text of an environment variable, as YAML would have read it. */
    static JsonNode scalar(String text) {
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(text.equals("true"));
        }
        return text.matches("-?[0-9]{1,18}") ? JSON.numberNode(Long.parseLong(text)) : JSON.textNode(text);
    }

    private static JsonNode scalar(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.FLOAT)) {
            return JSON.numberNode(Double.parseDouble(text));
        }
        return tag.equals(Tag.STR) ? JSON.textNode(text) : scalar(text);
    }
}
