package io.sluice.gateway.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Connection;
import io.sluice.core.control.ConnectionStore;
import io.sluice.core.control.Listing;
import io.vertx.core.Future;

/** Shows and changes connections of identity providers. */
public final class ConnectionCommands {

    private final ConnectionStore store;
    private final Runnable changed;

    /**
     * @param changed told after a change, so that this node sees it at once
     */
    public ConnectionCommands(ConnectionStore store, Runnable changed) {
        this.store = store;
        this.changed = changed;
    }

    public Future<Listing<Connection>> list(String tenant) {
        return store.list(tenant);
    }

    /** NOT_FOUND when the tenant has no credential of that vendor yet. */
    public Future<Connection> setStrict(String tenant, Idp idp, boolean strict, Actor actor) {
        return store.setStrict(tenant, idp.word(), strict, actor).onSuccess(ignored -> changed.run());
    }
}
