package io.sluice.ldap.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Audit events as JSON, one object each. */
public final class AuditJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditJson() {}

    public static byte[] write(AuditEvent event) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", event.id())
                .put("time", event.time().toString())
                .put("tenant", event.tenant())
                .put("action", event.action())
                .put("idp", event.idp())
                .put("actor", event.actor())
                .put("target", event.target())
                .put("outcome", event.outcome())
                .put("requestId", event.requestId())
                .put("clientAddress", event.clientAddress());
        for (AuditChange change : event.changes()) {
            ObjectNode written = node.withArrayProperty("changes").addObject().put("attribute", change.attribute());
            change.oldValue().ifPresent(value -> written.put("old", value));
            change.newValue().ifPresent(value -> written.put("new", value));
        }
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static AuditEvent read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            List<AuditChange> changes = new ArrayList<>();
            node.path("changes")
                    .forEach(change -> changes.add(new AuditChange(
                            change.path("attribute").asText(), text(change, "old"), text(change, "new"))));
            return new AuditEvent(
                    node.path("id").asText(),
                    Instant.parse(node.path("time").asText()),
                    node.path("tenant").asText(),
                    node.path("action").asText(),
                    node.path("idp").asText(),
                    node.path("actor").asText(),
                    node.path("target").asText(),
                    node.path("outcome").asText(),
                    node.path("requestId").asText(),
                    node.path("clientAddress").asText(),
                    changes);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }
}
