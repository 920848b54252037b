package io.sluice.gateway.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
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

/** Generates provisioning tokens and rules over their life. */
public final class TokenCommands {

    private static final int LONGEST_LIFE_DAYS = 3_650;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final CredentialStore store;
    private final CredentialConfig config;
    private final Runnable changed;

    /**
     * @param changed told after a change, so that this node sees it at once
     */
    public TokenCommands(CredentialStore store, CredentialConfig config, Runnable changed) {
        this.store = store;
        this.config = config;
        this.changed = changed;
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

    /** A new text and a new expiry for the same entry; the old text works on for {@code overlap}. */
    public Future<IssuedToken> renew(String tenant, String id, Optional<Integer> days, Duration overlap, Actor actor) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            return refused("overlapMinutes must be from 0 to " + LONGEST_OVERLAP.toMinutes() + ".");
        }
        String text = TokenText.generate(TokenText.PROVISIONING);
        return expiry(days)
                .compose(expiresAt ->
                        store.renew(tenant, id, new Renewal(TokenText.secret(text), expiresAt, overlap), actor))
                .onSuccess(ignored -> changed.run())
                .map(token -> new IssuedToken(token, new Secret(text)));
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
