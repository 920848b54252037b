package io.sluice.ldap.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.TenantId;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A change that is about to be made, with the event that it will have.
 *
 * @param type name of the resource type
 * @param id of the resource; empty text while nobody knows it, because the directory gives it
 * @param before see {@link Change#before}
 */
public record Intent(Kind kind, TenantId tenant, String type, String id, String before, AuditEvent event) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What becomes of the resource. */
    public enum Kind {
        CREATE("Created"),
        UPDATE("Updated"),
        DELETE("Deleted");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the audit trail says it. */
        public String word() {
            return word;
        }
    }

    /** The id of the operation, which the entry carries when the change was made. */
    public String operation() {
        return event.id();
    }

    /** The event, once it is known of which resource it is and how it ended. */
    AuditEvent event(String id, String outcome) {
        return new AuditEvent(
                event.id(),
                event.time(),
                event.tenant(),
                event.action(),
                event.idp(),
                event.actor(),
                type + "/" + id,
                outcome,
                event.requestId(),
                event.clientAddress(),
                event.changes());
    }

    byte[] json() {
        ObjectNode node = JSON.createObjectNode()
                .put("kind", kind.name())
                .put("tenant", tenant.slug())
                .put("number", tenant.number())
                .put("type", type)
                .put("id", id)
                .put("before", before)
                .put("event", new String(AuditJson.write(event), StandardCharsets.UTF_8));
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Intent of(JsonNode node) {
        return new Intent(
                Kind.valueOf(node.path("kind").asText()),
                new TenantId(node.path("tenant").asText(), node.path("number").asInt()),
                node.path("type").asText(),
                node.path("id").asText(),
                node.path("before").asText(),
                AuditJson.read(node.path("event").asText()));
    }

    static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
