package io.sluice.gateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.activity.ConnectionHealth.Quarantine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectionHealthTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0, FAR",
        "100, 19, FAR",
        "30, 20, NEAR",
        "100000, 2500, NEAR",
        "100000, 5000, NEAR",
        "12000, 5000, REACHED",
        "1000000, 40000, NEAR",
        "1000000, 40001, REACHED"
    })
    void entrasLimitsDecideHowNearTheQuarantineIs(int requests, int failures, Quarantine expected) {
        assertThat(Quarantine.of(requests, failures)).isEqualTo(expected);
    }

    @Test
    void itIsJudgedByTheRequestsThatAreKnown() {
        List<ActivityEntry> newestFirst = Stream.of(entry(1, 200), entry(2, 409), entry(120, 400), entry(121, 201))
                .toList();

        ConnectionHealth health = ConnectionHealth.of("okta", newestFirst, NOON);

        assertThat(health.requests()).isEqualTo(4);
        assertThat(health.failureShare()).isEqualTo(50);
        assertThat(health.lastHour()).isEqualTo(2);
        assertThat(health.lastRequest()).contains(newestFirst.getFirst());
        assertThat(health.lastFailure()).contains(newestFirst.get(1));
        assertThat(health.quarantine()).isEmpty();
        assertThat(ConnectionHealth.of("entra", newestFirst, NOON).quarantine()).contains(Quarantine.FAR);
        assertThat(ConnectionHealth.of("okta", List.of(), NOON).failureShare()).isZero();
    }

    private static ActivityEntry entry(int minutesAgo, int status) {
        return new ActivityEntry(
                NOON.minus(Duration.ofMinutes(minutesAgo)),
                "request",
                "okta",
                "credential",
                "GET",
                "/Users",
                "/Users",
                status,
                "",
                "",
                Duration.ofMillis(3),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
