package io.sluice.core.memory;

import io.sluice.core.backend.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Writes the events of control-plane changes. */
record ControlAudit(MemoryAuditTrail trail, InstantSource clock) {

    void tenant(String slug, String action, Actor actor, List<AuditChange> changes) {
        write(slug, action, "admin", "Tenant/" + slug, actor, changes);
    }

    /** The vendor is the token's, so that the trail of one identity provider shows its credentials too. */
    void token(String slug, String action, MemoryToken token, Actor actor, List<AuditChange> changes) {
        write(
                slug,
                "SCIM Token " + action,
                token.token().idp(),
                "Token/" + token.token().id(),
                actor,
                changes);
    }

    void write(String slug, String action, String idp, String target, Actor actor, List<AuditChange> changes) {
        trail.record(new AuditEvent(
                UUID.randomUUID().toString(),
                clock.instant(),
                slug,
                action,
                idp,
                actor.name(),
                target,
                "success",
                "",
                actor.clientAddress(),
                changes));
    }
}
