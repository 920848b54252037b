package io.sluice.gateway.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Federation;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewClientSecret;
import io.sluice.core.control.NewOAuthClient;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Secret;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.config.AccessConfig;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes, changes and removes the OAuth clients of tenants. */
public final class OAuthClientCommands {

    /** What every client secret begins with. */
    public static final String SECRET_PREFIX = "sls_";

    private static final int LONGEST_LIFE_DAYS = 1_095;

    private final OAuthClientStore store;
    private final IssuerUris uris;
    private final AccessConfig config;

    public OAuthClientCommands(OAuthClientStore store, IssuerUris uris, AccessConfig config) {
        this.store = store;
        this.uris = uris;
        this.config = config;
    }

    /** A client with its first secret, valid for {@code days} or the configured time. */
    public Future<IssuedClient> create(
            String tenant, Idp idp, Optional<String> name, Optional<Integer> days, Actor actor) {
        String text = TokenText.generate(SECRET_PREFIX);
        NewOAuthClient client = new NewOAuthClient(
                UUID.randomUUID().toString(), idp.word(), name.orElse(idp.label()), secret(text, days));
        return store.create(tenant, client, actor).map(made -> new IssuedClient(made, new Secret(text)));
    }

    public Future<Listing<OAuthClient>> list(String tenant) {
        return store.list(tenant);
    }

    /** A further secret beside those that are valid; CONFLICT when there are as many as there may be. */
    public Future<IssuedClient> addSecret(String tenant, String id, Optional<Integer> days, Actor actor) {
        String text = TokenText.generate(SECRET_PREFIX);
        return store.addSecret(tenant, id, secret(text, days), config.secretsPerClient(), actor)
                .map(client -> new IssuedClient(client, new Secret(text)));
    }

    public Future<OAuthClient> removeSecret(String tenant, String id, String secretId, Actor actor) {
        return store.removeSecret(tenant, id, secretId, actor);
    }

    public Future<OAuthClient> setState(String tenant, String id, TokenState state, Actor actor) {
        return store.setState(tenant, id, state, actor);
    }

    /** Lets the assertions of an issuer stand for the client; BAD_REQUEST when its keys could never be fetched. */
    public Future<OAuthClient> federate(String tenant, String id, Federation federation, Actor actor) {
        return uris.check("jwksUri", federation.jwksUri())
                .compose(fetchable -> store.setFederation(tenant, id, Optional.of(federation), actor));
    }

    public Future<OAuthClient> endFederation(String tenant, String id, Actor actor) {
        return store.setFederation(tenant, id, Optional.empty(), actor);
    }

    public Future<Void> remove(String tenant, String id, Actor actor) {
        return store.remove(tenant, id, actor);
    }

    private NewClientSecret secret(String text, Optional<Integer> days) {
        if (days.filter(given -> given < 1 || given > LONGEST_LIFE_DAYS).isPresent()) {
            throw ScimException.of(ErrorKind.BAD_REQUEST, "expiresInDays must be from 1 to " + LONGEST_LIFE_DAYS + ".");
        }
        Duration life = days.map(Duration::ofDays).orElse(config.clientSecretLifetime());
        return new NewClientSecret(TokenText.secret(text), Instant.now().plus(life));
    }
}
