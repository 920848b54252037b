package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import java.util.Iterator;

/** Null, an empty array and an empty object mean the same as no value (RFC 7643 section 2.5): they are not kept. */
final class Emptiness {

    private Emptiness() {}

    static void prune(ContainerNode<?> container) {
        Iterator<JsonNode> values = container.iterator();
        while (values.hasNext()) {
            JsonNode value = values.next();
            if (value instanceof ContainerNode<?> inner) {
                prune(inner);
            }
            if (value.isNull() || (value.isContainerNode() && value.isEmpty())) {
                values.remove();
            }
        }
    }
}
