package io.sluice.core.control;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** OAuth clients, durably; every change writes its audit event with it. Fails with NOT_FOUND, CONFLICT or UNAVAILABLE. */
public interface OAuthClientStore {

    /** Stores a client and makes the connection of its vendor if this is its first credential. */
    Future<OAuthClient> create(String tenant, NewOAuthClient client, Actor actor);

    /** Newest first. */
    Future<Listing<OAuthClient>> list(String tenant);

    Future<OAuthClient> setState(String tenant, String id, TokenState state, Actor actor);

    /** CONFLICT when the client has {@code limit} secrets already that have not expired, also under concurrent requests. */
    Future<OAuthClient> addSecret(String tenant, String id, NewClientSecret secret, int limit, Actor actor);

    Future<OAuthClient> removeSecret(String tenant, String id, String secretId, Actor actor);

    /** Sets the federation or, without one, ends it. */
    Future<OAuthClient> setFederation(String tenant, String id, Optional<Federation> federation, Actor actor);

    Future<Void> remove(String tenant, String id, Actor actor);

    /** Looks many clients up by {@code client_id} in one round trip; unknown ones are missing in the answer. */
    Future<Map<String, RegisteredClient>> lookUp(Collection<String> clientIds);

    /** Notes when clients last got a token, in one round trip. */
    Future<Void> noteUse(Map<String, Instant> lastUse);
}
