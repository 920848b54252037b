package io.sluice.gateway.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** When one credential was last used; noted without allocation and written behind. */
final class LastUse {

    private final String credentialId;
    private final AtomicLong usedMillis = new AtomicLong();
    private final AtomicLong writtenMillis = new AtomicLong();

    LastUse(String credentialId) {
        this.credentialId = credentialId;
    }

    String credentialId() {
        return credentialId;
    }

    void note(long nowMillis) {
        usedMillis.lazySet(nowMillis);
    }

    /** The last use that {@link #written} has not confirmed yet. */
    Optional<Instant> unwritten() {
        long used = usedMillis.get();
        return used > writtenMillis.get() ? Optional.of(Instant.ofEpochMilli(used)) : Optional.empty();
    }

    void written(Instant lastUse) {
        writtenMillis.set(lastUse.toEpochMilli());
    }
}
