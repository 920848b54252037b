package io.sluice.gateway.auth;

import java.time.Duration;

/**
 * How long the verifier relies on what it knows.
 *
 * @param trust how long after it was verified a credential is taken as verified; bounds how long a revoked one still works
 * @param refreshAhead the age from which a credential in use is verified again in the background; below {@code trust}
 * @param negativeTrust how long an unknown credential is refused without asking
 * @param maximumEntries of known and of unknown credentials each
 * @param lookUpTimeout for which a store that fails is asked again, and after which it counts as unavailable
 */
public record VerifierSettings(
        Duration trust, Duration refreshAhead, Duration negativeTrust, int maximumEntries, Duration lookUpTimeout) {

    public static final VerifierSettings DEFAULT = new VerifierSettings(
            Duration.ofMillis(600), Duration.ofMillis(300), Duration.ofSeconds(1), 10_000, Duration.ofSeconds(5));

    /** Refreshes from half of the trust on; everything else is {@link #DEFAULT}'s. */
    public static VerifierSettings trusting(Duration trust) {
        return new VerifierSettings(
                trust, trust.dividedBy(2), DEFAULT.negativeTrust(), DEFAULT.maximumEntries(), DEFAULT.lookUpTimeout());
    }
}
