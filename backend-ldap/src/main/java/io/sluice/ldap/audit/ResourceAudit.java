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

/** Makes the audit events of resources. The id of an event is that of its operation, so that a repetition counts once. */
public final class ResourceAudit {

    /** Ids of members that left and came. */
    public record MemberDifference(List<String> left, List<String> came) {

        public static final MemberDifference NONE = new MemberDifference(List.of(), List.of());

        public MemberDifference {
            left = List.copyOf(left);
            came = List.copyOf(came);
        }

        public boolean isEmpty() {
            return left.isEmpty() && came.isEmpty();
        }
    }

    private final AuditSink sink;

    public ResourceAudit(AuditSink sink) {
        this.sink = sink;
    }

    public void created(
            RequestContext context,
            ResourceType type,
            String id,
            ObjectNode document,
            MemberDifference members,
            Instant at) {
        List<AuditChange> changes = new ArrayList<>(Changes.between(nothing(), document, type));
        write(context, type, id, "Created", at, withMembers(changes, members));
    }

    public void updated(
            RequestContext context,
            ResourceType type,
            String id,
            List<AuditChange> changes,
            MemberDifference members,
            Instant at) {
        write(context, type, id, "Updated", at, withMembers(new ArrayList<>(changes), members));
    }

    public void deleted(RequestContext context, ResourceType type, String id, ObjectNode document, Instant at) {
        write(context, type, id, "Deleted", at, Changes.between(document, nothing(), type));
    }

    private void write(
            RequestContext context,
            ResourceType type,
            String id,
            String action,
            Instant at,
            List<AuditChange> changes) {
        sink.append(new AuditEvent(
                context.operationId().toString(),
                at,
                context.tenant().slug(),
                type.name() + " " + action,
                context.actor().idp(),
                context.actor().name(),
                type.name() + "/" + id,
                "success",
                context.requestId(),
                context.actor().clientAddress(),
                changes));
    }

    private static List<AuditChange> withMembers(List<AuditChange> changes, MemberDifference members) {
        if (!members.isEmpty()) {
            changes.add(new AuditChange("members", ids(members.left()), ids(members.came())));
        }
        return changes;
    }

    private static Optional<String> ids(Collection<String> ids) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return ids.isEmpty() ? Optional.empty() : Optional.of(array.toString());
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
