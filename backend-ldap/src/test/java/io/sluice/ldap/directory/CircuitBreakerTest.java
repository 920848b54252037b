package io.sluice.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {

    private final Ticking clock = new Ticking();
    private final CircuitBreaker breaker = new CircuitBreaker(clock);

    @Test
    void itOpensAfterFailuresInARow() {
        fail(CircuitBreaker.FAILURES_TO_OPEN - 1);
        assertThat(breaker.refusal()).isEmpty();

        fail(1);

        assertThat(breaker.refusal()).contains(CircuitBreaker.PROBE_INTERVAL);
    }

    @Test
    void aSuccessInBetweenStartsTheCountAnew() {
        fail(CircuitBreaker.FAILURES_TO_OPEN - 1);
        breaker.succeeded();
        fail(CircuitBreaker.FAILURES_TO_OPEN - 1);

        assertThat(breaker.refusal()).isEmpty();
    }

    @Test
    void oneAtATimeTriesWhileItIsOpen() {
        fail(CircuitBreaker.FAILURES_TO_OPEN);
        clock.now = clock.now.plus(CircuitBreaker.PROBE_INTERVAL);

        assertThat(breaker.refusal()).isEmpty();
        assertThat(breaker.refusal()).isPresent();
    }

    @Test
    void itClosesWhenATrySucceeds() {
        fail(CircuitBreaker.FAILURES_TO_OPEN);

        breaker.succeeded();

        assertThat(breaker.refusal()).isEmpty();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
