package io.sluice.core.control;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A new secret for an existing token.
 *
 * @param overlap how long the secret that was current so far stays valid beside the new one, and with it, until their promised
 *     ends, those before it; zero ends all of them at once; empty when the caller did not say, which means zero unless there is
 *     a promise that it would break
 * @param replaces the last four characters of the secret that the caller wants replaced; empty when any will do
 */
public record Renewal(TokenSecret secret, Instant expiresAt, Optional<Duration> overlap, Optional<String> replaces) {

    /** How many secrets before the current one a token may have at a time. */
    public static final int MOST_OVERLAPS = 4;

    public Renewal replacing(Optional<String> lastFour) {
        return new Renewal(secret, expiresAt, overlap, lastFour);
    }

    /** How long the secret that was current so far stays valid. */
    public Duration grace() {
        return overlap.orElse(Duration.ZERO);
    }

    /**
     * What a store asks under its lock, before it changes anything.
     *
     * @param current the token as the lock found it
     * @param overlaps when the secrets before the current one end, those that still work
     * @throws ScimException CONFLICT when the token was renewed since the caller looked, when an overlap would end that the
     *     caller did not say to end, and when there are {@link #MOST_OVERLAPS} already
     */
    public void requireAllowed(ProvisioningToken current, List<Instant> overlaps) {
        if (replaces.filter(seen -> !seen.equals(current.lastFour())).isPresent()) {
            throw conflict("The token was renewed meanwhile: its text ends in " + current.lastFour() + " now, not in "
                    + replaces.get() + ". Use the new text, or renew again if that one is lost.");
        }
        if (overlap.isEmpty() && !overlaps.isEmpty()) {
            Instant last = overlaps.stream().max(Instant::compareTo).orElseThrow();
            throw conflict("A renewal before this one promised that an earlier text works until " + last
                    + ". Say how long the present one shall work on (overlapMinutes): 0 ends it and the earlier ones now, "
                    + "more keeps each until its promised end.");
        }
        if (!grace().isZero() && overlaps.size() >= MOST_OVERLAPS) {
            throw conflict(
                    "The token has " + overlaps.size() + " earlier texts that still work, which is the most it may "
                            + "have. Wait until one ends, or end them all with overlapMinutes 0.");
        }
    }

    private static ScimException conflict(String detail) {
        return ScimException.of(ErrorKind.CONFLICT, detail);
    }
}
