package io.sluice.gateway.oauth;

import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.RegisteredClient;
import io.sluice.core.json.Texts;
import io.sluice.gateway.auth.FreshLookUps;
import io.sluice.gateway.auth.VerifierSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;

/** The OAuth clients as they are now, give or take the trust window. */
public final class ClientDirectory {

    private static final int MAX_ID = 200;

    private final FreshLookUps<String, RegisteredClient> clients;

    public ClientDirectory(Vertx vertx, OAuthClientStore store, VerifierSettings settings) {
        this.clients = new FreshLookUps<>(vertx, "OAuth clients", store::lookUp, settings);
    }

    Future<Optional<RegisteredClient>> find(String clientId) {
        return clientId.length() > MAX_ID || !Texts.isStorable(clientId)
                ? Future.succeededFuture(Optional.empty())
                : clients.find(clientId);
    }

    /** What is known is asked for anew with its next use. */
    void forgetAll() {
        clients.forgetAll();
    }
}
