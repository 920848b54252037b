package io.sluice.core.control;

import io.sluice.core.schema.CustomAttribute;
import io.vertx.core.Future;
import java.util.Optional;

/** Tenants, durably; every change writes its audit event with it. Fails with NOT_FOUND, CONFLICT or UNAVAILABLE. */
public interface TenantStore {

    /** CONFLICT when the slug is taken. */
    Future<Tenant> create(NewTenant tenant, Actor actor);

    Future<Optional<Tenant>> find(String slug);

    /** By slug; {@code limit} 1 to 1,000. */
    Future<Listing<Tenant>> list(Optional<String> cursor, int limit);

    Future<Tenant> update(String slug, TenantChange change, Actor actor);

    /** Removes the tenant with its credentials; its resources are removed by {@code BackendRequest.Purge} before. */
    Future<Void> delete(String slug, Actor actor);

    /** CONFLICT when the tenant has an attribute of that name in any case. */
    Future<Tenant> addAttribute(String slug, CustomAttribute attribute, Actor actor);

    Future<Tenant> removeAttribute(String slug, String name, Actor actor);
}
