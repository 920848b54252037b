package io.sluice.postgres.write;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.AuditChange;
import io.sluice.postgres.audit.AuditChanges;
import java.util.List;
import java.util.UUID;

/**
 * The audit event of a write. Its id is the write's operation id.
 *
 * @param changes as JSON text
 */
record WriteEvent(
        String tenant,
        UUID id,
        String action,
        String idp,
        String actor,
        String target,
        String requestId,
        String clientAddress,
        String changes) {

    static final String CREATED = " Created";
    static final String UPDATED = " Updated";
    static final String DELETED = " Deleted";

    static WriteEvent of(RequestContext context, String type, String verb, String id, List<AuditChange> changes) {
        return new WriteEvent(
                context.tenant().slug(),
                context.operationId(),
                type + verb,
                context.actor().idp(),
                context.actor().name(),
                type + "/" + id,
                context.requestId(),
                context.actor().clientAddress(),
                AuditChanges.toJson(changes));
    }
}
