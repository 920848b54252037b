package io.sluice.core.control;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Provisioning tokens, durably; every change writes its audit event with it. Fails with NOT_FOUND, CONFLICT or UNAVAILABLE.
 */
public interface CredentialStore {

    /**
     * Stores a token and makes the connection of its vendor if this is the first one. CONFLICT when the connection has
     * {@code limit} tokens already, also under concurrent requests.
     */
    Future<ProvisioningToken> create(String tenant, NewToken token, int limit, Actor actor);

    /** Newest first. */
    Future<Listing<ProvisioningToken>> list(String tenant);

    Future<ProvisioningToken> setState(String tenant, String id, TokenState state, Actor actor);

    /** CONFLICT when {@link Renewal#requireAllowed} says so under the lock that the renewal holds. */
    Future<ProvisioningToken> renew(String tenant, String id, Renewal renewal, Actor actor);

    Future<Void> remove(String tenant, String id, Actor actor);

    /** Looks many secrets up in one round trip; unknown ones are missing in the answer. */
    Future<Map<TokenHash, Credential>> lookUp(Collection<TokenHash> hashes);

    /** Notes when credentials (by id) were last used, in one round trip. */
    Future<Void> noteUse(Map<String, Instant> lastUse);
}
