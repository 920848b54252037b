package io.sluice.core.control;

import io.vertx.core.Future;

/** The audit trail: events of resource changes are written by the backends, all others come through here. */
public interface AuditTrail {

    Future<Void> append(AuditEvent event);

    Future<Listing<AuditEvent>> query(AuditQuery query);
}
