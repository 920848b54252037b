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
        int limit) {}
