package io.sluice.gateway.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.control.TokenHash;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Texts that this node has given out moments ago and that nobody has used yet. Somebody is just reading such a text: another
 * renewal, which comes from a second click or a second administrator, would make it worthless before it is put to use. Across
 * nodes the last four characters that a caller names do the same; see {@link RenewalOrder#replaces}.
 */
final class FreshTexts {

    static final Duration FRESH = Duration.ofSeconds(10);

    private static final int MOST = 10_000;

    private final Cache<Key, Renewed> byToken =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();
    private final Predicate<TokenHash> used;

    private record Key(String tenant, String id) {}

    /** A renewal that began, and its text once there is one. */
    private record Renewed(Optional<TokenHash> text) {}

    /**
     * @param used whether a text was presented to this node since it was made
     */
    FreshTexts(Predicate<TokenHash> used) {
        this.used = used;
    }

    /**
     * To be called before a renewal of which nobody said what it replaces; {@link #made} or {@link #failed} follow.
     *
     * @throws ScimException CONFLICT while there is a fresh text, or another renewal is on its way
     */
    void begin(String tenant, String id) {
        Renewed mine = new Renewed(Optional.empty());
        Renewed before = byToken.asMap().putIfAbsent(new Key(tenant, id), mine);
        if (before != null && !(isUsed(before) && byToken.asMap().replace(new Key(tenant, id), before, mine))) {
            throw ScimException.of(
                    ErrorKind.CONFLICT,
                    "The token was renewed meanwhile, within the last " + FRESH.toSeconds()
                            + " seconds, and its new text is not in use yet. Use that text; to renew again nevertheless, name the "
                            + "last four characters of the text to replace as \"lastFour\", or wait.");
        }
    }

    void made(String tenant, String id, TokenHash text) {
        byToken.put(new Key(tenant, id), new Renewed(Optional.of(text)));
    }

    void failed(String tenant, String id) {
        byToken.invalidate(new Key(tenant, id));
    }

    private boolean isUsed(Renewed renewed) {
        return renewed.text().filter(used).isPresent();
    }
}
