package io.sluice.core.control;

import java.time.Instant;
import java.util.List;

/**
 * Who did what, when and to whom.
 *
 * @param action such as {@code User Created} or {@code SCIM Token Renewed}
 * @param target what it was done to: {@code User/<id>}, {@code Token/<id>}, {@code Tenant/<slug>}
 * @param outcome {@code success} or {@code failure}
 */
public record AuditEvent(
        String id,
        Instant time,
        String tenant,
        String action,
        String idp,
        String actor,
        String target,
        String outcome,
        String requestId,
        String clientAddress,
        List<AuditChange> changes) {

    /** Stands in place of a tenant for what concerns none; no slug looks like it. */
    public static final String SYSTEM = "*";

    public AuditEvent {
        changes = List.copyOf(changes);
    }
}
