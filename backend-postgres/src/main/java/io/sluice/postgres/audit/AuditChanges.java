package io.sluice.postgres.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.core.control.AuditChange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes of an audit event as the text in which they are stored. */
public final class AuditChanges {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NONE = "[]";
    private static final int TYPICAL_LENGTH = 1_024;

    private AuditChanges() {}

    public static String toJson(List<AuditChange> changes) {
        if (changes.isEmpty()) {
            return NONE;
        }
        StringWriter text = new StringWriter(TYPICAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (AuditChange change : changes) {
                json.writeStartObject();
                json.writeStringField("attribute", change.attribute());
                if (change.oldValue().isPresent()) {
                    json.writeStringField("old", change.oldValue().get());
                }
                if (change.newValue().isPresent()) {
                    json.writeStringField("new", change.newValue().get());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
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
