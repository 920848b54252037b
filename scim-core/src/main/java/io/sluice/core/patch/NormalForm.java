package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * The form in which documents are kept, so that equal resources are equal documents: null, an empty array and an empty object
 * mean the same as no value (RFC 7643 section 2.5) and are not there, nor is the same element twice.
 */
final class NormalForm {

    private NormalForm() {}

    static void restore(ContainerNode<?> container) {
        Set<JsonNode> seen = new HashSet<>();
        Iterator<JsonNode> values = container.iterator();
        while (values.hasNext()) {
            JsonNode value = values.next();
            if (value instanceof ContainerNode<?> inner) {
                restore(inner);
            }
            boolean empty = value.isNull() || (value.isContainerNode() && value.isEmpty());
            if (empty || (container instanceof ArrayNode && !seen.add(value))) {
                values.remove();
            }
        }
    }
}
