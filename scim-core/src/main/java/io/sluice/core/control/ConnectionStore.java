package io.sluice.core.control;

import io.vertx.core.Future;

/** Connections of identity providers, durably; every change writes its audit event with it. Fails with NOT_FOUND or UNAVAILABLE. */
public interface ConnectionStore {

    /** By vendor. */
    Future<Listing<Connection>> list(String tenant);

    /** Changes nothing, and writes no event, when the profile is that one already. */
    Future<Connection> setStrict(String tenant, String idp, boolean strict, Actor actor);
}
