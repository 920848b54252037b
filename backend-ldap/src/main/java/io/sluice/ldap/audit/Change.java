package io.sluice.ldap.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.resource.Changes;
import io.sluice.core.schema.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One change to one resource.
 *
 * @param id of the resource; empty text before the directory has given it
 * @param before state of the entry, where the change takes several steps or leaves no operation id; else empty text
 */
public record Change(
        Intent.Kind kind,
        RequestContext context,
        ResourceType type,
        String id,
        String before,
        List<AuditChange> attributes) {

    public Change {
        attributes = List.copyOf(attributes);
    }

    /** Ids of members that left and came. */
    public record Members(List<String> left, List<String> came) {

        public static final Members NONE = new Members(List.of(), List.of());

        public Members {
            left = List.copyOf(left);
            came = List.copyOf(came);
        }

        private List<AuditChange> changes() {
            return left.isEmpty() && came.isEmpty()
                    ? List.of()
                    : List.of(new AuditChange("members", ids(left), ids(came)));
        }

        private static Optional<String> ids(Collection<String> ids) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            ids.forEach(array::add);
            return ids.isEmpty() ? Optional.empty() : Optional.of(array.toString());
        }
    }

    public static Change create(
            RequestContext context, ResourceType type, String id, ObjectNode document, Members members) {
        return new Change(
                Intent.Kind.CREATE, context, type, id, "", all(Changes.between(nothing(), document, type), members));
    }

    public static Change update(
            RequestContext context, ResourceType type, String id, List<AuditChange> attributes, Members members) {
        return new Change(Intent.Kind.UPDATE, context, type, id, "", all(attributes, members));
    }

    /** The same with the state of the entry. */
    public Change from(String before) {
        return new Change(kind, context, type, id, before, attributes);
    }

    public static Change delete(RequestContext context, ResourceType type, String id, ObjectNode document) {
        return new Change(Intent.Kind.DELETE, context, type, id, "", Changes.between(document, nothing(), type));
    }

    /** The time is that of the operation (RFC 9562 section 5.7), so that whoever writes the event again writes the same. */
    AuditEvent event() {
        return new AuditEvent(
                context.operationId().toString(),
                Instant.ofEpochMilli(context.operationId().getMostSignificantBits() >>> 16),
                context.tenant().slug(),
                type.name() + " " + kind.word(),
                context.actor().idp(),
                context.actor().name(),
                type.name() + "/" + id,
                "success",
                context.requestId(),
                context.actor().clientAddress(),
                attributes);
    }

    Intent intent() {
        return new Intent(kind, context.tenant(), type.name(), id, before, event());
    }

    private static List<AuditChange> all(List<AuditChange> attributes, Members members) {
        List<AuditChange> all = new ArrayList<>(attributes);
        all.addAll(members.changes());
        return all;
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
