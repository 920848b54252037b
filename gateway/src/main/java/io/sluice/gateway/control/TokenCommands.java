package io.sluice.gateway.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenSecret;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Secret;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.config.CredentialConfig;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Generates provisioning tokens and rules over their life. */
public final class TokenCommands {

    private static final int LONGEST_LIFE_DAYS = 3_650;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final CredentialStore store;
    private final CredentialConfig config;
    private final Runnable changed;
    private final FreshTexts fresh;

    /**
     * @param changed told after a change, so that this node sees it at once
     * @param used whether this node has seen a text in use
     */
    public TokenCommands(CredentialStore store, CredentialConfig config, Runnable changed, Predicate<TokenHash> used) {
        this.store = store;
        this.config = config;
        this.changed = changed;
        this.fresh = new FreshTexts(used);
    }

    /** CONFLICT when the connection has as many tokens as it may have. */
    public Future<IssuedToken> generate(
            String tenant, Idp idp, Optional<String> name, Optional<Integer> days, Actor actor) {
        String text = TokenText.generate(TokenText.PROVISIONING);
        return expiry(days)
                .compose(expiresAt -> store.create(
                        tenant,
                        new NewToken(idp.word(), name.orElse(idp.label()), TokenText.secret(text), expiresAt),
                        config.tokensPerConnection(),
                        actor))
                .map(token -> new IssuedToken(token, new Secret(text)));
    }

    public Future<Listing<ProvisioningToken>> list(String tenant) {
        return store.list(tenant);
    }

    public Future<ProvisioningToken> setState(String tenant, String id, TokenState state, Actor actor) {
        return store.setState(tenant, id, state, actor).onSuccess(ignored -> changed.run());
    }

    /**
     * A new text and a new expiry for the same entry. CONFLICT when somebody else renewed it since this caller looked, so that
     * of parallel renewals one gives a text that works and the others say so; see {@link RenewalOrder}.
     */
    public Future<IssuedToken> renew(String tenant, String id, RenewalOrder order, Actor actor) {
        if (order.overlap().filter(TokenCommands::isTooLong).isPresent()) {
            return refused("overlapMinutes must be from 0 to " + LONGEST_OVERLAP.toMinutes() + ".");
        }
        String text = TokenText.generate(TokenText.PROVISIONING);
        TokenSecret secret = TokenText.secret(text);
        return expiry(order.days())
                .compose(expiresAt -> order.replaces().isPresent()
                        ? store.renew(tenant, id, order.with(secret, expiresAt, order.replaces()), actor)
                        : renewUnseen(tenant, id, order.with(secret, expiresAt, Optional.empty()), actor))
                .onSuccess(renewed -> fresh.made(tenant, id, secret.hash()))
                .onSuccess(renewed -> changed.run())
                .map(token -> new IssuedToken(token, new Secret(text)));
    }

    /** For a caller who did not say which text is to be replaced: the one that is there now, unless it is fresh. */
    private Future<ProvisioningToken> renewUnseen(String tenant, String id, Renewal renewal, Actor actor) {
        fresh.begin(tenant, id);
        return store.list(tenant)
                .map(all -> all.items().stream()
                        .filter(token -> token.id().equals(id))
                        .findFirst()
                        .map(ProvisioningToken::lastFour))
                .compose(now -> store.renew(tenant, id, renewal.replacing(now), actor))
                .onFailure(cause -> fresh.failed(tenant, id));
    }

    private static boolean isTooLong(Duration overlap) {
        return overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0;
    }

    public Future<Void> remove(String tenant, String id, Actor actor) {
        return store.remove(tenant, id, actor).onSuccess(ignored -> changed.run());
    }

    private Future<Instant> expiry(Optional<Integer> days) {
        if (days.filter(given -> given < 1 || given > LONGEST_LIFE_DAYS).isPresent()) {
            return refused("expiresInDays must be from 1 to " + LONGEST_LIFE_DAYS + ".");
        }
        Duration life = days.map(given -> Duration.ofDays(given)).orElse(config.tokenLifetime());
        return Future.succeededFuture(Instant.now().plus(life));
    }

    private static <T> Future<T> refused(String detail) {
        return Future.failedFuture(ScimException.of(ErrorKind.BAD_REQUEST, detail));
    }
}
