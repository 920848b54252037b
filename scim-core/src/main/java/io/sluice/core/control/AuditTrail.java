package io.sluice.core.control;

import io.vertx.core.Future;
import java.util.Optional;

/** The audit trail: events of resource changes are written by the backends, all others come through here. */
public interface AuditTrail {

    /** Keeps the event. One that comes again with its id and time, after an interruption, is kept once. */
    Future<Void> append(AuditEvent event);

    Future<Listing<AuditEvent>> query(AuditQuery query);

    /**
     * Checks the tenant's chain of hashes, into which events are sealed in the background. A store that nobody can reach from
     * outside seals nothing and verifies nothing.
     */
    default Future<AuditVerification> verify(String tenant) {
        return Future.succeededFuture(
                new AuditVerification(tenant, 0, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /**
     * Removes events that are older than their tenant keeps them, and answers how many. A store that seals removes sealed events
     * only, in whole parts of the chain, so that what is left can still be verified. Several nodes may call this at once.
     */
    Future<Long> prune(AuditRetention retention);
}
