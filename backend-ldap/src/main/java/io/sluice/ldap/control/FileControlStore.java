package io.sluice.ldap.control;

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
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The control plane of one node in a directory: everything it knows in {@code control.json}, written anew and synced before a
 * change is acknowledged, its audit trail in files beside it. Only one process may use the directory.
 */
public final class FileControlStore implements ControlStore {

    private final FileTransactions transactions;
    private final FileAuditTrail trail;
    private final LocalControlStore store;

    FileControlStore(Vertx vertx, Path directory, long maxAuditBytes, InstantSource clock) {
        ControlState state = new ControlState();
        this.trail = new FileAuditTrail(vertx, directory.resolve("audit"), maxAuditBytes);
        this.transactions =
                new FileTransactions(vertx, state, new ControlFile(directory.resolve("control.json")), trail);
        this.store = new LocalControlStore(state, transactions, transactions::note, trail, clock);
    }

    @Override
    public Future<Void> start() {
        return trail.open().compose(ignored -> transactions.load());
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
        return trail;
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
        return transactions.run(() -> "").mapEmpty();
    }

    @Override
    public Future<Void> stop() {
        return trail.close();
    }
}
