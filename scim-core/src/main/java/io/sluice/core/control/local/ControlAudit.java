package io.sluice.core.control.local;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes the events of control-plane changes. */
record ControlAudit(Consumer<AuditEvent> events, InstantSource clock) {

    void tenant(String slug, String action, Actor actor, List<AuditChange> changes) {
        write(slug, action, "admin", "Tenant/" + slug, actor, changes);
    }

    /** The vendor is the token's, so that the trail of one identity provider shows its credentials too. */
    void token(String slug, String action, LocalToken token, Actor actor, List<AuditChange> changes) {
        write(
                slug,
                "SCIM Token " + action,
                token.token().idp(),
                "Token/" + token.token().id(),
                actor,
                changes);
    }

    void write(String slug, String action, String idp, String target, Actor actor, List<AuditChange> changes) {
        events.accept(new AuditEvent(
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
