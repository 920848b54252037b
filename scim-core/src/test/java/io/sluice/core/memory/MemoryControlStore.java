package io.sluice.core.memory;

import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.ConnectionStore;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.core.control.TenantStore;
import io.sluice.core.control.local.ControlState;
import io.sluice.core.control.local.LocalControlStore;
import io.sluice.core.control.local.Transactions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * The control plane in memory: gone with its instance. Its audit trail is the one of its Vert.x instance, so that it shows what
 * the memory backends of that instance did.
 */
public final class MemoryControlStore implements ControlStore {

    private final LocalControlStore store;

    public MemoryControlStore(Vertx vertx, InstantSource clock) {
        MemoryAuditTrail trail = MemoryAuditTrail.of(vertx);
        this.store = new LocalControlStore(new ControlState(), Transactions.inMemory(), trail::record, trail, clock);
    }

    @Override
    public Future<Void> start() {
        return Future.succeededFuture();
    }

    @Override
    public TenantStore tenants() {
        return store.tenants();
    }

    @Override
    public CredentialStore credentials() {
        return store.credentials();
    }

    @Override
    public AuditTrail audit() {
        return store.audit();
    }

    @Override
    public OAuthClientStore oauthClients() {
        return store.oauthClients();
    }

    @Override
    public JwtIssuerStore jwtIssuers() {
        return store.jwtIssuers();
    }

    @Override
    public AdministratorStore administrators() {
        return store.administrators();
    }

    @Override
    public ConnectionStore connections() {
        return store.connections();
    }

    @Override
    public SigningKeyStore signingKeys() {
        return store.signingKeys();
    }

    @Override
    public Future<Void> health() {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stop() {
        return Future.succeededFuture();
    }
}
