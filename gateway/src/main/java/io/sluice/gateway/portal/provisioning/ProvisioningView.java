package io.sluice.gateway.portal.provisioning;

import io.sluice.gateway.control.Idp;
import java.util.List;
import java.util.Optional;

/**
 * What the page User Provisioning shows.
 *
 * @param scimUrl the Target SCIM URL
 * @param tokenUrl where OAuth clients get access tokens
 * @param mostTokens how many tokens a connection may have
 */
public record ProvisioningView(
        String scimUrl,
        String tokenUrl,
        int mostTokens,
        List<TokenRow> tokens,
        List<ClientRow> clients,
        List<ConnectionRow> connections,
        Optional<IssuedView> issued) {

    public ProvisioningView {
        tokens = List.copyOf(tokens);
        clients = List.copyOf(clients);
        connections = List.copyOf(connections);
    }

    public List<Idp> idps() {
        return List.of(Idp.values());
    }
}
