package io.sluice.gateway.administrator;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditTrail;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes down who logged in to administer, and who was refused. */
public final class LoginAudit {

    private static final int LONGEST_NAME = 64;

    private final AuditTrail trail;
    private final InstantSource clock;

    public LoginAudit(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    public Future<Void> accepted(String name, String clientAddress) {
        return append("Administrator Login", name, "success", clientAddress);
    }

    /**
     * @param typed what was given for a name, which nobody has checked
     */
    public Future<Void> refused(String typed, String clientAddress) {
        return append("Administrator Login Refused", harmless(typed), "failure", clientAddress);
    }

    private Future<Void> append(String action, String who, String outcome, String clientAddress) {
        return trail.append(new AuditEvent(
                UUID.randomUUID().toString(),
                clock.instant(),
                AuditEvent.SYSTEM,
                action,
                "admin",
                who,
                "Administrator/" + who,
                outcome,
                "",
                clientAddress,
                List.of()));
    }

    /** Somebody who types a password into the field for the name must not find it in the audit trail. */
    private static String harmless(String name) {
        boolean plain = name.length() <= LONGEST_NAME
                && Stream.of("@", ".", "-", "_")
                        .reduce(name, (text, allowed) -> text.replace(allowed, ""), (left, right) -> left)
                        .chars()
                        .allMatch(c -> c >= 'a' && c <= 'z');
        return plain ? name : "unknown";
    }
}
