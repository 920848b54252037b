package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.util.Map;

/** Keeps one attribute from growing without end, a few values with every PATCH. */
final class GrowthRule {

    /** The most values that an attribute may grow to. */
    static final int MOST = 10_000;

    private GrowthRule() {}

    /**
     * @throws ScimException INVALID_VALUE when an attribute has more values than it had, and more than the most
     */
    static void check(ObjectNode current, ObjectNode patched) {
        check("", current, patched);
    }

    private static void check(String prefix, JsonNode before, ObjectNode after) {
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            String path = prefix + field.getKey();
            JsonNode old = before.path(field.getKey());
            if (field.getValue() instanceof ObjectNode object) {
                check(path + (path.indexOf(':') < 0 ? "." : ":"), old, object);
            } else if (field.getValue().size() > Math.max(MOST, old.size())) {
                throw ScimException.of(
                        ErrorKind.INVALID_VALUE,
                        "%s would have %d values; at most %d are kept"
                                .formatted(path, field.getValue().size(), MOST));
            }
        }
    }
}
