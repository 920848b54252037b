package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.portal.session.Seal;
import io.sluice.gateway.portal.session.SessionTimes;
import io.sluice.gateway.portal.session.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SessionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Ticket TICKET = new Ticket("0123", "jane", NOON, NOON, Optional.empty());

    private final SessionTimes times =
            new SessionTimes(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(1));
    private final Seal seal = Seal.derivedFrom("a secret");

    @Test
    void endsWhenNothingIsDone() {
        assertThat(times.hold(TICKET, NOON.plusSeconds(1_799))).isTrue();
        assertThat(times.hold(TICKET, NOON.plusSeconds(1_800))).isFalse();
    }

    @Test
    void endsAfterItsWholeTimeHoweverMuchIsDone() {
        Instant late = NOON.plus(Duration.ofHours(12));
        assertThat(times.hold(TICKET.seenAt(late.minusSeconds(60)), late.minusSeconds(1)))
                .isTrue();
        assertThat(times.hold(TICKET.seenAt(late.minusSeconds(60)), late)).isFalse();
    }

    @Test
    void theTicketComesBackAsItWas() {
        Ticket odd = new Ticket("0123", "jané.dœ@example.com", NOON, NOON.plusMillis(5), Optional.empty());
        assertThat(seal.open(seal.close(odd))).contains(odd);
    }

    @Test
    void whoComesFromOutsideStaysShorterAndBringsTheirRole() {
        Ticket outside = new Ticket(
                "0123",
                "oidc:ada",
                NOON,
                NOON.plusSeconds(3_599),
                Optional.of(new AdministratorRole.TenantAdministrator(Set.of("acme", "other"))));
        assertThat(seal.open(seal.close(outside))).contains(outside);
        assertThat(times.hold(outside, NOON.plusSeconds(3_599))).isTrue();
        assertThat(times.hold(outside, NOON.plusSeconds(3_600))).isFalse();
    }

    @Test
    void anotherSealOpensNothing() {
        assertThat(Seal.derivedFrom("another secret").open(seal.close(TICKET))).isEmpty();
        assertThat(seal.open("")).isEmpty();
        assertThat(seal.open("....")).isEmpty();
        assertThat(seal.open(seal.close(TICKET) + "x")).isEmpty();
    }

    @Test
    void nodesWithTheSameSecretKnowEachOthersSessions() {
        assertThat(Seal.derivedFrom("a secret").open(seal.close(TICKET))).contains(TICKET);
    }
}
