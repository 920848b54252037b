package io.sluice.core.control;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Outside issuers of access tokens, durably; every change writes its audit event with it. Fails with NOT_FOUND, CONFLICT or
 * UNAVAILABLE.
 */
public interface JwtIssuerStore {

    /**
     * Makes the connection of its vendor if this is its first credential. CONFLICT when a tenant has this issuer with this
     * audience already: a token must never be able to mean two tenants.
     */
    Future<JwtIssuer> create(String tenant, NewJwtIssuer issuer, Actor actor);

    /** Newest first. */
    Future<Listing<JwtIssuer>> list(String tenant);

    Future<Void> remove(String tenant, String id, Actor actor);

    /** Looks many up by the {@code iss} of a token in one round trip; one issuer can have several audiences. */
    Future<Map<String, List<TrustedIssuer>>> lookUp(Collection<String> issuers);
}
