package io.sluice.gateway.administrator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows guessing down: after a few failures in a row each further one doubles the wait, from one second to fifteen minutes. It
 * counts for a name from an address, and for an address with whatever names, never for a name alone: a stranger who fails on
 * purpose would keep the administrator of that name out. Of an IPv6 address the first 64 bits count, which one household has.
 */
public final class LoginThrottle {

    private static final int FREE_FOR_NAME = 5;
    private static final int FREE_FOR_ADDRESS = 20;
    private static final int MAX_KEYS = 50_000;
    private static final int IPV6_GROUPS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;

    private final InstantSource clock;
    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterWrite(LONGEST.multipliedBy(2))
            .build();

    private record Failures(int count, Instant blockedUntil) {}

    /** Somebody who tries to be somebody. */
    public record Attempt(String name, String network) {

        public static Attempt of(String name, String clientAddress) {
            return new Attempt(name.toLowerCase(Locale.ROOT), network(clientAddress));
        }

        private String both() {
            return network + " as " + name;
        }

        private static String network(String address) {
            if (!address.contains(":")) {
                return address;
            }
            // "::" stands for as many zero groups as are missing, so that one network has one text.
            String[] halves = address.split("::", 2);
            String[] before = halves[0].split(":", -1);
            StringBuilder network = new StringBuilder();
            for (int i = 0; i < IPV6_GROUPS; i++) {
                network.append(i < before.length && !before[i].isEmpty() ? before[i] : "0")
                        .append(':');
            }
            return network.toString().toLowerCase(Locale.ROOT);
        }
    }

    public LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long the attempt has to wait; empty when it may be made now. */
    public Optional<Duration> wait(Attempt attempt) {
        Instant now = clock.instant();
        return Stream.of(attempt.both(), attempt.network())
                .flatMap(key -> Stream.ofNullable(failures.getIfPresent(key)))
                .map(Failures::blockedUntil)
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until))
                .max(Duration::compareTo);
    }

    public void failed(Attempt attempt) {
        count(attempt.both(), FREE_FOR_NAME);
        count(attempt.network(), FREE_FOR_ADDRESS);
    }

    /** Forgets the failures of this name from there; those of the address with other names still count. */
    public void succeeded(Attempt attempt) {
        failures.invalidate(attempt.both());
        failures.asMap()
                .computeIfPresent(attempt.network(), (key, known) -> new Failures(known.count() - 1, Instant.EPOCH));
    }

    private void count(String key, int free) {
        failures.asMap().merge(key, next(0, free), (known, first) -> next(known.count(), free));
    }

    private Failures next(int before, int free) {
        int count = before + 1;
        if (count < free) {
            return new Failures(count, Instant.EPOCH);
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - free, DOUBLINGS));
        return new Failures(count, clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
    }
}
