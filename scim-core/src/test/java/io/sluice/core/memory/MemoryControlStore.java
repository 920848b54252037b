package io.sluice.core.memory;

import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.core.control.TenantStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * The control plane in memory: gone with its instance. Its audit trail is the one of its Vert.x instance, so that it shows what
 * the memory backends of that instance did.
 */
public final class MemoryControlStore implements ControlStore {

    private final TenantStore tenants;
    private final CredentialStore credentials;
    private final AuditTrail audit;
    private final OAuthClientStore oauthClients;
    private final JwtIssuerStore jwtIssuers;
    private final AdministratorStore administrators;
    private final SigningKeyStore signingKeys;

    public MemoryControlStore(Vertx vertx, InstantSource clock) {
        MemoryAuditTrail trail = MemoryAuditTrail.of(vertx);
        ControlState state = new ControlState();
        ControlAudit events = new ControlAudit(trail, clock);
        this.tenants = new MemoryTenants(state, events);
        this.credentials = new MemoryCredentials(state, events);
        this.audit = trail;
        this.oauthClients = new MemoryOAuthClients(state, events);
        this.jwtIssuers = new MemoryJwtIssuers(state, events);
        this.administrators = new MemoryAdministrators(events);
        this.signingKeys = new MemorySigningKeys();
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
        return audit;
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
