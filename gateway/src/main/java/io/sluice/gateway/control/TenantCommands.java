package io.sluice.gateway.control;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.Actor;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewTenant;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantChange;
import io.sluice.core.control.TenantStore;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.TimeOrderedIds;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Makes, changes and removes tenants. */
public final class TenantCommands {

    /** What Entra ID needs at least, in requests per second. */
    public static final int LEAST_RATE_LIMIT = 25;

    /** In days: less than one would remove what nobody had the time to look at. */
    public static final int SHORTEST_AUDIT_RETENTION = 1;

    /** In days; a hundred years stand for ever. */
    public static final int LONGEST_AUDIT_RETENTION = 36_500;

    private final TenantStore store;
    private final BackendDirectory backends;
    private final Dispatcher dispatcher;
    private final String standardBackend;
    private final Runnable changed;

    /**
     * @param changed told after a change, so that this node sees it at once
     */
    public TenantCommands(
            TenantStore store,
            BackendDirectory backends,
            Dispatcher dispatcher,
            String standardBackend,
            Runnable changed) {
        this.store = store;
        this.backends = backends;
        this.dispatcher = dispatcher;
        this.standardBackend = standardBackend;
        this.changed = changed;
    }

    /** CONFLICT when the slug is taken, BAD_REQUEST when something is not as it must be. */
    public Future<Tenant> create(String slug, Optional<String> name, Optional<String> backend, Actor actor) {
        String chosen = backend.orElse(standardBackend);
        if (!Slugs.isSlug(slug)) {
            return refused("id must be 1 to 63 of a-z, 0-9 and -, beginning and ending with a letter or digit.");
        }
        if (backends.capabilities(chosen).isEmpty()) {
            return refused("backend must be one of " + String.join(", ", backends.names()) + ".");
        }
        return store.create(new NewTenant(slug, name.orElse(slug), chosen), actor);
    }

    /** NOT_FOUND when there is none. */
    public Future<Tenant> get(String slug) {
        return (Slugs.isSlug(slug) ? store.find(slug) : Future.succeededFuture(Optional.<Tenant>empty()))
                .map(found -> found.orElseThrow(
                        () -> ScimException.of(ErrorKind.NOT_FOUND, "There is no tenant " + quoted(slug) + ".")));
    }

    /**
     * @param cursor as the page before gave it, be the tenant that it ended with gone by now; fails with INVALID_CURSOR when that
     *     was not so
     */
    public Future<Listing<Tenant>> list(Optional<String> cursor, int limit) {
        if (cursor.filter(text -> !TenantCursor.isOne(text)).isPresent()) {
            return Future.failedFuture(ScimException.of(
                    ErrorKind.INVALID_CURSOR, "The cursor is not one that this server gave; begin again without one."));
        }
        return store.list(cursor.map(TenantCursor::slug), limit)
                .map(page -> new Listing<>(page.items(), page.nextCursor().map(TenantCursor::after)));
    }

    /** BAD_REQUEST for a rate limit below the guarantee, for a retention out of its bounds and for the URN of a schema of the protocol. */
    public Future<Tenant> update(String slug, TenantChange change, Actor actor) {
        boolean tooLow = change.rateLimit().stream()
                .flatMapToInt(limit -> limit.perSecond().stream())
                .anyMatch(perSecond -> perSecond < LEAST_RATE_LIMIT);
        if (tooLow) {
            return refused("rateLimit must be at least " + LEAST_RATE_LIMIT
                    + " requests per second, which identity providers rely on, or null for none.");
        }
        boolean outOfBounds = change.auditRetention().stream()
                .flatMapToInt(retention -> retention.days().stream())
                .anyMatch(days -> days < SHORTEST_AUDIT_RETENTION || days > LONGEST_AUDIT_RETENTION);
        if (outOfBounds) {
            return refused("auditRetentionDays must be " + SHORTEST_AUDIT_RETENTION + " to " + LONGEST_AUDIT_RETENTION
                    + " days, or null for the installation's default (audit.retention).");
        }
        if (change.extensionUrn().filter(ExtensionUrns::isTaken).isPresent()) {
            return refused("extensionUrn is a URN that SCIM uses itself; choose one of your own such as "
                    + Tenant.DEFAULT_EXTENSION_URN + ".");
        }
        return store.update(slug, change, actor).onSuccess(ignored -> changed.run());
    }

    /** Removes the tenant with its credentials and all of its resources. */
    public Future<Void> delete(String slug, Actor actor, String requestId) {
        return get(slug)
                .compose(tenant -> store.update(slug, TenantChange.NONE.withProvisioning(false), actor)
                        .compose(off -> purge(tenant, actor, requestId)))
                .compose(purged -> store.delete(slug, actor))
                .onSuccess(ignored -> changed.run());
    }

    private Future<?> purge(Tenant tenant, Actor actor, String requestId) {
        Instant deadline = Instant.now().plus(dispatcher.deadline());
        RequestContext context = new RequestContext(tenant.id(), requestId, TimeOrderedIds.next(), actor, deadline);
        return dispatcher.dispatch(tenant, new BackendRequest.Purge(context));
    }

    private static String quoted(String text) {
        return Slugs.isSlug(text) ? "\"" + text + "\"" : "of that id";
    }

    private static <T> Future<T> refused(String detail) {
        return Future.failedFuture(ScimException.of(ErrorKind.BAD_REQUEST, detail));
    }
}
