package io.sluice.gateway.auth;

import io.sluice.core.control.Actor;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
import io.sluice.core.control.TokenState;
import io.vertx.core.Future;

/** A store of which only what the verifier asks is there. */
abstract class CredentialStoreStub implements CredentialStore {

    @Override
    public Future<ProvisioningToken> create(String tenant, NewToken token, int limit, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Listing<ProvisioningToken>> list(String tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<ProvisioningToken> setState(String tenant, String id, TokenState state, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<ProvisioningToken> renew(String tenant, String id, Renewal renewal, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Void> remove(String tenant, String id, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
