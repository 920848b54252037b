package io.sluice.core.memory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.resource.Changes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one event for each change of a resource. */
record ResourceAudit(MemoryAuditTrail trail) {

    void created(RequestContext context, Entry entry, MemberEdit members) {
        write(context, entry, "Created", entry.created(), changes(nothing(), entry.attributes(), entry, members));
    }

    void updated(RequestContext context, Entry before, Entry after, MemberEdit members) {
        write(
                context,
                after,
                "Updated",
                after.lastModified(),
                changes(before.attributes(), after.attributes(), after, members));
    }

    void deleted(RequestContext context, Entry entry, Instant at) {
        write(context, entry, "Deleted", at, Changes.between(entry.attributes(), nothing(), entry.type()));
    }

    private void write(RequestContext context, Entry entry, String action, Instant at, List<AuditChange> changes) {
        trail.record(new AuditEvent(
                context.operationId().toString(),
                at,
                context.tenant().slug(),
                entry.type().name() + " " + action,
                context.actor().idp(),
                context.actor().name(),
                entry.target(),
                "success",
                context.requestId(),
                context.actor().clientAddress(),
                changes));
    }

    private static List<AuditChange> changes(ObjectNode before, ObjectNode after, Entry entry, MemberEdit members) {
        List<AuditChange> changes = new ArrayList<>(Changes.between(before, after, entry.type()));
        if (members.changes()) {
            changes.add(new AuditChange("members", ids(members.left()), ids(members.came())));
        }
        return changes;
    }

    private static Optional<String> ids(List<String> ids) {
        var array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return ids.isEmpty() ? Optional.empty() : Optional.of(array.toString());
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
