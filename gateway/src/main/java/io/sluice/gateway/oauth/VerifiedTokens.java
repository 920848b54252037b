package io.sluice.gateway.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.control.TokenHash;
import io.sluice.gateway.auth.TokenText;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Remembers tokens (by hash) whose signatures held, so that a token is verified once and not for every request. */
final class VerifiedTokens {

    private static final int MAX_TOKENS = 10_000;

    private final InstantSource clock;
    private final Cache<TokenHash, VerifiedToken> verified =
            Caffeine.newBuilder().maximumSize(MAX_TOKENS).build();

    VerifiedTokens(InstantSource clock) {
        this.clock = clock;
    }

    Future<VerifiedToken> get(String token, Supplier<Future<VerifiedToken>> verification) {
        TokenHash hash = TokenText.hash(token);
        VerifiedToken known = verified.getIfPresent(hash);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return Future.succeededFuture(known);
        }
        return verification.get().onSuccess(fresh -> verified.put(hash, fresh));
    }
}
