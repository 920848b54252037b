package io.sluice.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.control.Credential;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.TokenHash;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Verifies provisioning tokens.
 *
 * <p>What the store said is trusted for at most {@link VerifierSettings#trust} after it was asked, so a revocation needs no
 * message to arrive. A token in steady use is verified again in the background before its trust ends, so that requests wait
 * for the store only after a pause. If the store cannot be asked, a token whose trust ended fails with UNAVAILABLE.
 */
public final class TokenVerifier implements Verifier {

    private static final Optional<Principal> REFUSED = Optional.empty();

    private final Vertx vertx;
    private final CredentialStore store;
    private final VerifierSettings settings;
    private final BatchedLookUps<TokenHash, Credential> lookUps;
    private final Cache<TokenHash, VerifiedCredential> known;
    private final Cache<TokenHash, Boolean> unknown;
    private final Cache<String, Long> distrustedAt;
    private volatile Optional<Long> allDistrustedAt = Optional.empty();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final Set<TokenHash> refreshing = ConcurrentHashMap.newKeySet();

    public TokenVerifier(Vertx vertx, CredentialStore store, VerifierSettings settings) {
        this.vertx = vertx;
        this.store = store;
        this.settings = settings;
        this.lookUps = new BatchedLookUps<>(
                "provisioning tokens", store::lookUp, new RetryPolicy(vertx, settings.lookUpTimeout()));
        this.known =
                Caffeine.newBuilder().maximumSize(settings.maximumEntries()).build();
        this.unknown = cache(settings, settings.negativeTrust());
        // After twice the trust window nothing older is trusted anyway.
        this.distrustedAt = cache(settings, settings.trust().multipliedBy(2));
    }

    private static <K, V> Cache<K, V> cache(VerifierSettings settings, Duration life) {
        return Caffeine.newBuilder()
                .maximumSize(settings.maximumEntries())
                .expireAfterWrite(life)
                .build();
    }

    @Override
    public Future<Optional<Principal>> verify(String credential) {
        if (!TokenText.isWellFormed(TokenText.PROVISIONING, credential)) {
            return Future.succeededFuture(REFUSED);
        }
        TokenHash hash = TokenText.hash(credential);
        VerifiedCredential entry = known.getIfPresent(hash);
        if (entry == null) {
            if (unknown.getIfPresent(hash) == null) {
                return ask(hash);
            }
            hits.increment();
            return Future.succeededFuture(REFUSED);
        }
        long age = System.nanoTime() - entry.askedAt();
        if (age > settings.trust().toNanos() || isDistrusted(entry)) {
            return ask(hash);
        }
        hits.increment();
        if (age > settings.refreshAhead().toNanos()) {
            refresh(hash);
        }
        return Future.succeededFuture(use(entry));
    }

    /** Whatever is known is asked for anew with its next use: a notification of a change only makes it faster. */
    public void forgetAll() {
        allDistrustedAt = Optional.of(System.nanoTime());
        unknown.invalidateAll();
    }

    /** The same for one tenant's credentials, so that the others need not ask. */
    public void forget(String tenant) {
        distrustedAt.put(tenant, System.nanoTime());
    }

    /** Whether the store was asked before it was said that something changed. The entry stays: it knows the last use. */
    private boolean isDistrusted(VerifiedCredential entry) {
        Long changed = distrustedAt.getIfPresent(entry.tenant());
        return (changed != null && entry.askedAt() - changed < 0)
                || allDistrustedAt.filter(at -> entry.askedAt() - at < 0).isPresent();
    }

    /** Whether a text was presented here lately and was found. */
    public boolean hasSeen(TokenHash hash) {
        return known.getIfPresent(hash) != null;
    }

    /** Writes behind when credentials were last used; to be called now and then, and once at the end. */
    public Future<Void> writeLastUses() {
        Map<String, Instant> uses = new HashMap<>();
        Map<LastUse, Instant> noted = new HashMap<>();
        for (VerifiedCredential entry : known.asMap().values()) {
            entry.lastUse().unwritten().ifPresent(at -> {
                uses.put(entry.lastUse().credentialId(), at);
                noted.put(entry.lastUse(), at);
            });
        }
        if (uses.isEmpty()) {
            return Future.succeededFuture();
        }
        return store.noteUse(uses).onSuccess(ignored -> noted.forEach(LastUse::written));
    }

    /** How many verifications needed no look-up of their own. */
    public long hits() {
        return hits.sum();
    }

    /** How many waited for the store. */
    public long misses() {
        return misses.sum();
    }

    private Future<Optional<Principal>> ask(TokenHash hash) {
        misses.increment();
        return OnCaller.of(vertx, lookUps.find(hash))
                .map(found -> remember(hash, found).flatMap(this::use));
    }

    private void refresh(TokenHash hash) {
        if (refreshing.add(hash)) {
            lookUps.find(hash).onSuccess(found -> remember(hash, found)).onComplete(ignored -> refreshing.remove(hash));
        }
    }

    private Optional<Principal> use(VerifiedCredential entry) {
        Instant now = Instant.now();
        Optional<Principal> principal = entry.principalAt(now);
        if (principal.isPresent()) {
            entry.lastUse().note(now.toEpochMilli());
        }
        return principal;
    }

    private Optional<VerifiedCredential> remember(TokenHash hash, BatchedLookUps.Found<Credential> found) {
        if (found.value().isEmpty()) {
            known.invalidate(hash);
            unknown.put(hash, Boolean.TRUE);
            return Optional.empty();
        }
        var credential = found.value().get();
        VerifiedCredential before = known.getIfPresent(hash);
        LastUse lastUse = before == null ? new LastUse(credential.id()) : before.lastUse();
        VerifiedCredential entry = VerifiedCredential.of(credential, found.askedAt(), lastUse);
        known.put(hash, entry);
        return Optional.of(entry);
    }
}
