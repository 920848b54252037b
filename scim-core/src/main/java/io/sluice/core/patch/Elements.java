package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.CaseFolding;
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
        List<JsonNode> touched = new ArrayList<>(values.size());
        for (JsonNode value : values) {
            touched.add(add(value));
        }
        settlePrimary(touched);
    }

    private JsonNode add(JsonNode value) {
        for (int i = 0; i < array.size(); i++) {
            if (isMeant(array.get(i), value)) {
                join(i, value);
                return array.get(i);
            }
        }
        JsonNode added = value.deepCopy();
        array.add(added);
        return added;
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

    /** RFC 7643 section 2.4: an attribute should not have the same value and type twice. */
    private boolean isMeant(JsonNode element, JsonNode sent) {
        if (!attribute.isComplex()) {
            return isEqual(attribute, element, sent);
        }
        Optional<Attribute> value = attribute.subAttribute("value");
        if (value.isEmpty() || !sent.has("value")) {
            return element.equals(sent);
        }
        boolean sameType = !sent.has("type")
                || attribute
                        .subAttribute("type")
                        .filter(type -> isEqual(type, element.path("type"), sent.path("type")))
                        .isPresent();
        return sameType && isEqual(value.get(), element.path("value"), sent.path("value"));
    }

    private static boolean isEqual(Attribute definition, JsonNode left, JsonNode right) {
        if (definition.caseExact() || !left.isTextual() || !right.isTextual()) {
            return left.equals(right);
        }
        return CaseFolding.fold(left.textValue()).equals(CaseFolding.fold(right.textValue()));
    }
}
