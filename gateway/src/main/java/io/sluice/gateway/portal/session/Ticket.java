package io.sluice.gateway.portal.session;

import java.time.Instant;

/**
 * What the session's cookie carries, sealed: no node has to remember anybody, so that any node can answer.
 *
 * @param id of the session, random
 * @param name the administrator's
 * @param begun when the login was
 * @param seen when the reader last did something
 */
public record Ticket(String id, String name, Instant begun, Instant seen) {

    public Ticket seenAt(Instant now) {
        return new Ticket(id, name, begun, now);
    }
}
