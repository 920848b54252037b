package io.sluice.core.control;

import io.vertx.core.Future;

/** The store of the control plane. Nothing here blocks an event loop. */
public interface ControlStore {

    /** Connects and brings the store's own schema up to date; safe when several nodes start at once. */
    Future<Void> start();

    TenantStore tenants();

    CredentialStore credentials();

    AuditTrail audit();

    /** A store may do without the parts below; asking it for one that it does not have is a defect of the caller's. */
    default OAuthClientStore oauthClients() {
        throw new UnsupportedOperationException("This store keeps no OAuth clients");
    }

    default JwtIssuerStore jwtIssuers() {
        throw new UnsupportedOperationException("This store keeps no JWT issuers");
    }

    default AdministratorStore administrators() {
        throw new UnsupportedOperationException("This store keeps no administrators");
    }

    default ConnectionStore connections() {
        throw new UnsupportedOperationException("This store keeps no connections");
    }

    default SigningKeyStore signingKeys() {
        throw new UnsupportedOperationException("This store keeps no signing keys");
    }

    /** Completes when the store can be asked, fails with a sentence that says why it cannot. */
    Future<Void> health();

    Future<Void> stop();
}
