package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.schema.Attribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the element that a value means, so that adding many values to many takes no time that grows with both. Elements are the
 * same when value and type are (RFC 7643 section 2.4); a value that comes without a type means the first with that value.
 * Without a {@code value} they are compared as a whole.
 */
final class ElementIndex {

    private record Key(JsonNode value, Optional<JsonNode> type) {}

    private final Attribute attribute;
    private final Map<Key, Integer> indexes = new HashMap<>();

    ElementIndex(Attribute attribute, Iterable<JsonNode> elements) {
        this.attribute = attribute;
        int index = 0;
        for (JsonNode element : elements) {
            put(element, index++);
        }
    }

    void put(JsonNode element, int index) {
        JsonNode value = value(element);
        indexes.putIfAbsent(new Key(value, Optional.empty()), index);
        type(element).ifPresent(type -> indexes.putIfAbsent(new Key(value, Optional.of(type)), index));
    }

    Optional<Integer> find(JsonNode element) {
        return Optional.ofNullable(indexes.get(new Key(value(element), type(element))));
    }

    private JsonNode value(JsonNode element) {
        return attribute
                .subAttribute("value")
                .filter(sub -> element.has(sub.name()))
                .map(sub -> normal(sub, element.get(sub.name())))
                .orElseGet(() -> normal(attribute, element));
    }

    private Optional<JsonNode> type(JsonNode element) {
        return attribute
                .subAttribute("type")
                .filter(sub -> element.has("value") && element.has(sub.name()))
                .map(sub -> normal(sub, element.get(sub.name())));
    }

    private static JsonNode normal(Attribute definition, JsonNode value) {
        return value.isTextual() && !definition.caseExact()
                ? TextNode.valueOf(CaseFolding.fold(value.textValue()))
                : value;
    }
}
