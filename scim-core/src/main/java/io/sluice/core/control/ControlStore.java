package io.sluice.core.control;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Consumer;

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

    /**
     * Calls the listener when somebody changed a tenant or one of its credentials, with the tenant's slug, or with nothing when
     * changes may have been missed. Nobody may rely on being called: messages get lost. A store of one process never calls.
     */
    default void onChange(Consumer<Optional<String>> listener) {}

    /** Completes when the store can be asked, fails with a sentence that says why it cannot. */
    Future<Void> health();

    Future<Void> stop();
}
