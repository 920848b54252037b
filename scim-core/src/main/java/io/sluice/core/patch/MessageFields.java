package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.JsonKind;
import io.sluice.core.schema.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of an object of a message: names in any case (RFC 7643 section 2.1), no others than the known ones. */
public record MessageFields(Map<String, JsonNode> byName) {

    /**
     * @throws ScimException INVALID_SYNTAX when it is no object, or has a field that is unknown or there twice
     */
    public static MessageFields of(String where, JsonNode node, List<String> known) {
        if (!node.isObject()) {
            throw syntax(where + " must be an object, not " + JsonKind.of(node));
        }
        Map<String, JsonNode> fields = new TreeMap<>(Spelling.ORDER);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            if (known.stream().noneMatch(other -> Spelling.isSame(other, name))) {
                throw syntax(where + " has an unknown field; it may have " + String.join(", ", known));
            }
            if (fields.put(name, field.getValue()) != null) {
                throw syntax(where + " has " + name + " twice, in different case");
            }
        }
        return new MessageFields(fields);
    }

    public Optional<JsonNode> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static ScimException syntax(String detail) {
        return ScimException.of(ErrorKind.INVALID_SYNTAX, detail);
    }
}
