package io.sluice.core.control;

import java.time.Instant;
import java.util.List;

/**
 * Who did what, when and to whom. A change writes exactly one event; what failed or changed nothing writes none.
 *
 * @param idp the vendor of the connection through which it was done; of a token's events the token's own vendor; else {@code admin}
 * @param action of resources {@code <type> Created}, {@code <type> Updated} (PUT and PATCH alike), {@code <type> Deleted}; of tokens
 *     {@code SCIM Token Created}, {@code ... Enabled}, {@code ... Disabled}, {@code ... Renewed}, {@code ... Deleted}; of tenants
 *     {@code Tenant Created}, {@code ... Updated}, {@code ... Deleted}, {@code Tenant Attribute Created}, {@code ... Deleted}
 * @param target what it was done to: {@code User/<id>}, {@code Token/<id>}, {@code Tenant/<slug>}
 * @param outcome one of {@link #OUTCOMES}; a failure also of a change that was interrupted and may have been made in part
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

    public static final String SUCCESS = "success";
    public static final String FAILURE = "failure";

    /** Every outcome that there is. */
    public static final List<String> OUTCOMES = List.of(SUCCESS, FAILURE);

    /** Stands in place of a tenant for what concerns none; no slug looks like it. */
    public static final String SYSTEM = "*";

    public AuditEvent {
        changes = List.copyOf(changes);
    }
}
