package io.sluice.core.control.local;

import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.ConnectionStore;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.core.control.TenantStore;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The control plane on a state in memory. */
public final class LocalControlStore implements ControlStore {

    private final AuditTrail trail;
    private final TenantStore tenants;
    private final CredentialStore credentials;
    private final OAuthClientStore oauthClients;
    private final JwtIssuerStore jwtIssuers;
    private final AdministratorStore administrators;
    private final SigningKeyStore signingKeys;
    private final ConnectionStore connections;

    /**
     * @param events takes the event of each change, inside the transaction that makes the change
     * @param trail shows these events
     */
    public LocalControlStore(
            ControlState state,
            Transactions transactions,
            Consumer<AuditEvent> events,
            AuditTrail trail,
            InstantSource clock) {
        ControlAudit audit = new ControlAudit(events, clock);
        this.trail = trail;
        this.tenants = new LocalTenants(state, transactions, audit);
        this.credentials = new LocalCredentials(state, transactions, audit);
        this.oauthClients = new LocalOAuthClients(state, transactions, audit);
        this.jwtIssuers = new LocalJwtIssuers(state, transactions, audit);
        this.administrators = new LocalAdministrators(state, transactions, audit);
        this.connections = new LocalConnections(state, transactions, audit);
        this.signingKeys = new LocalSigningKeys(state, transactions);
    }

    @Override
    public Future<Void> start() {
        return Future.succeededFuture();
    }

    @Override
    public TenantStore tenants() {
        return tenants;
    }

    @Override
    public CredentialStore credentials() {
        return credentials;
    }

    @Override
    public AuditTrail audit() {
        return trail;
    }

    @Override
    public OAuthClientStore oauthClients() {
        return oauthClients;
    }

    @Override
    public JwtIssuerStore jwtIssuers() {
        return jwtIssuers;
    }

    @Override
    public AdministratorStore administrators() {
        return administrators;
    }

    @Override
    public ConnectionStore connections() {
        return connections;
    }

    @Override
    public SigningKeyStore signingKeys() {
        return signingKeys;
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
