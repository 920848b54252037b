package io.sluice.core.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An object whose attributes may have been sent in several pieces, such as {@code name} beside {@code name.givenName}. Pieces that
 * say different things about one attribute are refused: whichever were kept, the other would be lost without a word. A null says
 * nothing and gives way.
 */
final class MergedObject {

    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private final Set<String> whole = new HashSet<>();

    ObjectNode fields() {
        return fields;
    }

    /**
     * Puts an attribute that was sent under a name of its own.
     *
     * @throws ScimException INVALID_SYNTAX when it was already, in another spelling
     */
    void put(String name, JsonNode value) {
        if (!whole.add(name)) {
            throw twice(name);
        }
        merge(name, value);
    }

    /**
     * Adds a piece of an attribute.
     *
     * @throws ScimException INVALID_SYNTAX when that piece is there already
     */
    void merge(String name, JsonNode value) {
        merge(fields, name, value);
    }

    private static void merge(ObjectNode object, String name, JsonNode value) {
        JsonNode before = object.get(name);
        if (before == null || before.isNull()) {
            object.set(name, value);
        } else if (before instanceof ObjectNode existing && value instanceof ObjectNode more) {
            for (Map.Entry<String, JsonNode> field : more.properties()) {
                merge(existing, field.getKey(), field.getValue());
            }
        } else if (!value.isNull()) {
            throw twice(name);
        }
    }

    private static ScimException twice(String name) {
        return ScimException.of(
                ErrorKind.INVALID_SYNTAX,
                Excerpt.of(name) + " is there twice, in different spellings; every attribute may be sent once.");
    }
}
