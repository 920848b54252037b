package io.sluice.gateway.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.JwtIssuer;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewJwtIssuer;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.jwt.SignatureAlgorithm;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Makes and removes the outside issuers of access tokens that tenants trust. */
public final class JwtIssuerCommands {

    private final JwtIssuerStore store;
    private final IssuerUris uris;

    public JwtIssuerCommands(JwtIssuerStore store, IssuerUris uris) {
        this.store = store;
        this.uris = uris;
    }

    /** BAD_REQUEST for what could never work, CONFLICT when the issuer is registered with this audience already. */
    public Future<JwtIssuer> create(String tenant, NewJwtIssuer issuer, Actor actor) {
        boolean known = issuer.algorithms().stream()
                .allMatch(name -> SignatureAlgorithm.named(name).isPresent());
        if (issuer.algorithms().isEmpty() || !known) {
            String names =
                    Arrays.stream(SignatureAlgorithm.values()).map(Enum::name).collect(Collectors.joining(", "));
            throw ScimException.of(ErrorKind.BAD_REQUEST, "algorithms must be among " + names + ".");
        }
        return uris.check("jwksUri", issuer.jwksUri()).compose(fetchable -> store.create(tenant, issuer, actor));
    }

    public Future<Listing<JwtIssuer>> list(String tenant) {
        return store.list(tenant);
    }

    public Future<Void> remove(String tenant, String id, Actor actor) {
        return store.remove(tenant, id, actor);
    }
}
