package io.sluice.gateway.portal.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a login lasts.
 *
 * @param idle without any deed of the reader's; pages that refresh themselves do not count
 * @param whole however much is done
 * @param outside the same for whoever comes from an OpenID provider, which alone knows when they leave
 */
public record SessionTimes(Duration idle, Duration whole, Duration outside) {

    public static SessionTimes standard(Duration outside) {
        return new SessionTimes(Duration.ofMinutes(30), Duration.ofHours(12), outside);
    }

    /** Whether the ticket is good at this moment. */
    public boolean hold(Ticket ticket, Instant now) {
        return now.isBefore(ticket.seen().plus(idle))
                && now.isBefore(ticket.begun().plus(ticket.outside().isPresent() ? outside : whole));
    }
}
