package io.sluice.core.control;

import java.time.Instant;
import java.util.Optional;

/**
 * Which audit events, newest first; an empty component does not restrict, the texts must be equal.
 *
 * @param from the earliest time, included
 * @param to the latest time, excluded
 * @param cursor the {@code nextCursor} of the page before
 * @param limit 1 to 1,000
 */
public record AuditQuery(
        String tenant,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> action,
        Optional<String> idp,
        Optional<String> actor,
        Optional<String> target,
        Optional<String> outcome,
        Optional<String> cursor,
        int limit) {

    /** Whether the event belongs to the answer, on whatever page. */
    public boolean selects(AuditEvent event) {
        return event.tenant().equals(tenant)
                && from.map(earliest -> !event.time().isBefore(earliest)).orElse(true)
                && to.map(event.time()::isBefore).orElse(true)
                && isOrAny(action, event.action())
                && isOrAny(idp, event.idp())
                && isOrAny(actor, event.actor())
                && isOrAny(target, event.target())
                && isOrAny(outcome, event.outcome());
    }

    private static boolean isOrAny(Optional<String> wanted, String actual) {
        return wanted.map(actual::equals).orElse(true);
    }
}
