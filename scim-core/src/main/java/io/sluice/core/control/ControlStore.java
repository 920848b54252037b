package io.sluice.core.control;

import io.vertx.core.Future;

/** The store of the control plane. Nothing here blocks an event loop. */
public interface ControlStore {

    /** Connects and brings the store's own schema up to date; safe when several nodes start at once. */
    Future<Void> start();

    TenantStore tenants();

    CredentialStore credentials();

    AuditTrail audit();

    OAuthClientStore oauthClients();

    JwtIssuerStore jwtIssuers();

    AdministratorStore administrators();

    ConnectionStore connections();

    SigningKeyStore signingKeys();

    /** Completes when the store can be asked, fails with a sentence that says why it cannot. */
    Future<Void> health();

    Future<Void> stop();
}
