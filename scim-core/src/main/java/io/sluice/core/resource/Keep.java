package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What of a value an answer shows. */
sealed interface Keep {

    record All() implements Keep {}

    record None() implements Keep {}

    /**
     * Some parts of an object, or of every object in an array.
     *
     * @param others what is kept of parts that no schema names
     */
    record Parts(Map<String, Keep> parts, Keep others) implements Keep {

        Keep of(String name) {
            Keep keep = parts.get(name);
            return keep == null ? others : keep;
        }
    }

    /** A new value with what is kept; empty when nothing is. */
    default Optional<JsonNode> apply(JsonNode value) {
        return switch (this) {
            case All all -> Optional.of(value);
            case None none -> Optional.empty();
            case Parts parts -> applyParts(parts, value);
        };
    }

    private static Optional<JsonNode> applyParts(Parts parts, JsonNode value) {
        if (value.isArray()) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> applyParts(parts, element).ifPresent(kept::add));
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
        }
        if (!value.isObject()) {
            return Optional.of(value);
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        value.properties()
                .forEach(property -> parts.of(property.getKey())
                        .apply(property.getValue())
                        .ifPresent(part -> kept.set(property.getKey(), part)));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }
}
