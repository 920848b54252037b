package io.sluice.core.error;

import java.time.Duration;
import java.util.Optional;

/**
 * An error as a value: it travels through replies and is rendered in one place.
 *
 * @param kind what went wrong, which fixes status and {@code scimType}
 * @param detail a sentence for the reader: what was wrong with what was sent and what would be right; never a secret
 * @param retryAfter when a repetition makes sense, for kinds that pass by themselves (429, 503)
 */
public record ScimError(ErrorKind kind, String detail, Optional<Duration> retryAfter) {

    public static ScimError of(ErrorKind kind, String detail) {
        return new ScimError(kind, detail, Optional.empty());
    }

    /** A passing failure (503): nothing was stored as far as the sender is told, and a repetition is welcome after a while. */
    public static ScimError unavailable(String detail, Duration retryAfter) {
        return new ScimError(ErrorKind.UNAVAILABLE, detail, Optional.of(retryAfter));
    }

    public ScimException asException() {
        return new ScimException(this);
    }
}
