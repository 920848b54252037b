package io.sluice.gateway.administrator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Slows guessing down: after five failures in a row each further one doubles the wait, from one second to fifteen minutes. It
 * counts for a name and for an address, so that neither many names nor many addresses help.
 */
public final class LoginThrottle {

    private static final int FREE = 5;
    private static final int MAX_KEYS = 50_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;

    private final InstantSource clock;
    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterWrite(LONGEST.multipliedBy(2))
            .build();

    private record Failures(int count, Instant blockedUntil) {}

    public LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long an attempt under this key has to wait; empty when it may be made now. */
    public Optional<Duration> wait(String key) {
        Failures known = failures.getIfPresent(key);
        Instant now = clock.instant();
        return known != null && now.isBefore(known.blockedUntil())
                ? Optional.of(Duration.between(now, known.blockedUntil()))
                : Optional.empty();
    }

    public void failed(String key) {
        failures.asMap().merge(key, next(0), (known, first) -> next(known.count()));
    }

    public void succeeded(String key) {
        failures.invalidate(key);
    }

    private Failures next(int before) {
        int count = before + 1;
        if (count < FREE) {
            return new Failures(count, Instant.EPOCH);
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - FREE, DOUBLINGS));
        return new Failures(count, clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
    }
}
