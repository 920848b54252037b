package io.sluice.core.control;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Administrators and their API keys, durably; every change writes its audit event (of no tenant: {@link
 * AuditEvent#SYSTEM}) with it. Fails with NOT_FOUND, CONFLICT or UNAVAILABLE.
 */
public interface AdministratorStore {

    /** CONFLICT when the name is taken, in any case. */
    Future<Administrator> create(NewAdministrator administrator, Actor actor);

    /** By name in any case. */
    Future<Optional<AdministratorAccount>> find(String name);

    /** By name. */
    Future<Listing<Administrator>> list();

    Future<Void> setPassword(String name, PasswordHash password, Actor actor);

    Future<Administrator> setRole(String name, AdministratorRole role, Actor actor);

    /** Removes the administrator with their keys; CONFLICT for the last operator, so that nobody locks everybody out. */
    Future<Void> remove(String name, Actor actor);

    Future<ApiKey> addKey(String administrator, NewApiKey key, Actor actor);

    /** Newest first. */
    Future<Listing<ApiKey>> keys(String administrator);

    Future<Void> removeKey(String administrator, String id, Actor actor);

    /** Looks many keys up in one round trip; unknown ones are missing in the answer. */
    Future<Map<TokenHash, ApiKeyHolder>> lookUpKeys(Collection<TokenHash> hashes);
}
