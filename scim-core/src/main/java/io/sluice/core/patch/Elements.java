package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Primary;
import io.sluice.core.schema.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a multi-valued attribute in a document. */
record Elements(Attribute attribute, ArrayNode array) {

    static Elements of(Slot slot) {
        return new Elements(slot.attribute(), slot.array());
    }

    /** Joins values to those that exist; one that exists already is merged with what was sent and does not come twice. */
    void addAll(JsonNode values) {
        ElementIndex index = new ElementIndex(attribute, array);
        List<JsonNode> touched = new ArrayList<>(values.size());
        for (JsonNode value : values) {
            Optional<Integer> existing = index.find(value);
            existing.ifPresent(at -> join(at, value));
            if (existing.isEmpty()) {
                index.put(value, array.size());
                array.add(value.<JsonNode>deepCopy());
            }
            touched.add(array.get(existing.orElse(array.size() - 1)));
        }
        settlePrimary(touched);
    }

    /** Adds every sub-attribute of the value to the element at that index. */
    void join(int index, JsonNode value) {
        if (array.get(index) instanceof ObjectNode element) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                attribute.subAttribute(field.getKey()).ifPresent(sub -> new Slot(element, sub).add(field.getValue()));
            }
        }
    }

    /**
     * A value that becomes primary takes that from the others (RFC 7644 section 3.5.2).
     *
     * @param touched the elements that an operation wrote
     */
    void settlePrimary(List<? extends JsonNode> touched) {
        List<? extends JsonNode> preferred =
                touched.stream().filter(Primary::is).toList();
        if (preferred.isEmpty()) {
            return;
        }
        JsonNode chosen = preferred.getFirst();
        if (preferred.stream().anyMatch(other -> !isSame(other, chosen))) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE, "At most one value of " + attribute.name() + " can be primary");
        }
        for (JsonNode element : array) {
            if (!isSame(element, chosen) && Primary.is(element)) {
                ((ObjectNode) element).put(Primary.NAME, false);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // Which element it is counts, not what it says.
    private static boolean isSame(JsonNode left, JsonNode right) {
        return left == right;
    }
}
