package io.sluice.gateway.portal.provisioning;

import io.sluice.core.control.Listing;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.gateway.admin.ScimUrls;
import io.sluice.gateway.control.OAuthClientCommands;
import io.sluice.gateway.control.TokenCommands;
import io.sluice.gateway.portal.page.Page;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Gathers what the page User Provisioning shows. */
public final class ProvisioningViews {

    private final TokenCommands tokens;
    private final OAuthClientCommands clients;
    private final Connections connections;
    private final int mostTokens;
    private final InstantSource clock;

    /**
     * @param mostTokens how many tokens a connection may have
     */
    public ProvisioningViews(
            TokenCommands tokens,
            OAuthClientCommands clients,
            Connections connections,
            int mostTokens,
            InstantSource clock) {
        this.tokens = tokens;
        this.clients = clients;
        this.connections = connections;
        this.mostTokens = mostTokens;
        this.clock = clock;
    }

    int mostTokens() {
        return mostTokens;
    }

    Future<ProvisioningView> of(Page page, Optional<IssuedView> issued) {
        String tenant = page.owner().id().slug();
        String publicUrl = page.visit().reader().publicUrl();
        Instant now = clock.instant();
        Future<Listing<ProvisioningToken>> allTokens = tokens.list(tenant);
        Future<Listing<OAuthClient>> allClients = clients.list(tenant);
        Future<List<ConnectionRow>> allConnections = connections.of(page.owner().id());
        return Future.all(allTokens, allClients, allConnections)
                .map(both -> new ProvisioningView(
                        ScimUrls.of(publicUrl, tenant),
                        publicUrl + "/oauth2/token",
                        mostTokens,
                        allTokens.result().items().stream()
                                .map(token -> TokenRow.of(token, now))
                                .toList(),
                        allClients.result().items().stream().map(ClientRow::new).toList(),
                        allConnections.result(),
                        issued));
    }
}
