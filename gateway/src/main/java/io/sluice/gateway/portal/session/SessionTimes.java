package io.sluice.gateway.portal.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a login lasts.
 *
 * @param idle without any deed of the reader's; pages that refresh themselves do not count
 * @param whole however much is done
 */
public record SessionTimes(Duration idle, Duration whole) {

    public static final SessionTimes STANDARD = new SessionTimes(Duration.ofMinutes(30), Duration.ofHours(12));

    /** Whether the ticket is good at this moment. */
    public boolean hold(Ticket ticket, Instant now) {
        return now.isBefore(ticket.seen().plus(idle))
                && now.isBefore(ticket.begun().plus(whole));
    }
}
