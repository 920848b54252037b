package io.sluice.ldap.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stops asking a directory that does not answer. After some failures in a row it opens; then one caller at a time is let
 * through to try, at fixed intervals, until one succeeds.
 */
final class CircuitBreaker {

    static final int FAILURES_TO_OPEN = 5;
    static final Duration PROBE_INTERVAL = Duration.ofMillis(250);

    private sealed interface State {

        record Closed(int failures) implements State {}

        record Open(Instant nextProbe) implements State {}
    }

    private final Clock clock;
    private State state = new State.Closed(0);

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** Empty when the caller may go ahead, else how long it is until somebody may. */
    synchronized Optional<Duration> refusal() {
        return switch (state) {
            case State.Closed ignored -> Optional.empty();
            case State.Open open -> {
                Instant now = clock.instant();
                if (now.isBefore(open.nextProbe)) {
                    yield Optional.of(Duration.between(now, open.nextProbe));
                }
                state = new State.Open(now.plus(PROBE_INTERVAL));
                yield Optional.empty();
            }
        };
    }

    synchronized void succeeded() {
        state = new State.Closed(0);
    }

    synchronized void failed() {
        state = switch (state) {
            case State.Closed closed -> afterFailure(closed.failures + 1);
            case State.Open open -> open;
        };
    }

    private State afterFailure(int failures) {
        return failures < FAILURES_TO_OPEN
                ? new State.Closed(failures)
                : new State.Open(clock.instant().plus(PROBE_INTERVAL));
    }
}
