package io.sluice.gateway.portal.session;

import io.sluice.core.control.AdministratorRole;
import java.time.Instant;
import java.util.Optional;

/**
 * What the session's cookie carries, sealed: no node has to remember anybody, so that any node can answer.
 *
 * @param id of the session, random
 * @param name the administrator's
 * @param begun when the login was
 * @param seen when the reader last did something
 * @param outside what an OpenID provider made of somebody whom this gateway does not keep; empty for its own administrators
 */
public record Ticket(String id, String name, Instant begun, Instant seen, Optional<AdministratorRole> outside) {

    public Ticket seenAt(Instant now) {
        return new Ticket(id, name, begun, now, outside);
    }
}
