package io.sluice.gateway.jwt;

import java.time.Duration;
import java.util.Set;

/**
 * How JWK sets may be fetched.
 *
 * @param privateHosts host names that may resolve to private addresses, for an issuer inside the operator's own network
 * @param loopback whether plain http to this machine is allowed, for tests and development
 * @param timeout for the whole fetch
 * @param maxBytes of the answer
 * @param refreshAfter when keys in use are fetched anew in the background
 * @param refetchAfter the shortest time between two fetches of one URI, whatever key ids are asked for
 * @param staleFor how long keys are used since the last fetch that worked
 */
public record JwksPolicy(
        Set<String> privateHosts,
        boolean loopback,
        Duration timeout,
        int maxBytes,
        Duration refreshAfter,
        Duration refetchAfter,
        Duration staleFor) {

    public JwksPolicy {
        privateHosts = Set.copyOf(privateHosts);
    }

    /** https to public addresses only; 5 s, 64 KiB, refreshed after 5 min, at most every 30 s, stale for 1 h. */
    public static JwksPolicy strict() {
        return new JwksPolicy(
                Set.of(),
                false,
                Duration.ofSeconds(5),
                64 * 1024,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofHours(1));
    }

    public JwksPolicy withPrivateHosts(Set<String> hosts) {
        return new JwksPolicy(hosts, loopback, timeout, maxBytes, refreshAfter, refetchAfter, staleFor);
    }

    public JwksPolicy withLoopback() {
        return new JwksPolicy(privateHosts, true, timeout, maxBytes, refreshAfter, refetchAfter, staleFor);
    }
}
