package io.sluice.postgres.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AuditChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes of an audit event as the text in which they are stored. */
public final class AuditChanges {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NONE = "[]";

    private AuditChanges() {}

    public static String toJson(List<AuditChange> changes) {
        if (changes.isEmpty()) {
            return NONE;
        }
        ArrayNode array = JSON.createArrayNode();
        for (AuditChange change : changes) {
            ObjectNode node = array.addObject();
            node.put("attribute", change.attribute());
            change.oldValue().ifPresent(value -> node.put("old", value));
            change.newValue().ifPresent(value -> node.put("new", value));
        }
        return array.toString();
    }

    public static List<AuditChange> fromJson(String json) {
        if (json.equals(NONE)) {
            return List.of();
        }
        try {
            List<AuditChange> changes = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                changes.add(new AuditChange(node.path("attribute").asText(), text(node, "old"), text(node, "new")));
            }
            return changes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The changes of an audit event are not what was stored", e);
        }
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.get(key).asText()) : Optional.empty();
    }
}
