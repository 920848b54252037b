package io.sluice.core.control.local;

import io.sluice.core.control.ClientSecret;
import io.sluice.core.control.Federation;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.TokenState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An OAuth client with its tenant. */
public record LocalOAuthClient(String tenant, OAuthClient client) {

    LocalOAuthClient with(TokenState state) {
        return copy(state, client.secrets(), client.federation(), client.lastUsedAt());
    }

    LocalOAuthClient with(List<ClientSecret> secrets) {
        return copy(client.state(), secrets, client.federation(), client.lastUsedAt());
    }

    LocalOAuthClient with(Optional<Federation> federation) {
        return copy(client.state(), client.secrets(), federation, client.lastUsedAt());
    }

    LocalOAuthClient used(Instant at) {
        Instant latest = client.lastUsedAt().filter(at::isBefore).orElse(at);
        return copy(client.state(), client.secrets(), client.federation(), Optional.of(latest));
    }

    private LocalOAuthClient copy(
            TokenState state, List<ClientSecret> secrets, Optional<Federation> federation, Optional<Instant> used) {
        return new LocalOAuthClient(
                tenant,
                new OAuthClient(
                        client.id(),
                        client.idp(),
                        client.name(),
                        state,
                        client.createdAt(),
                        secrets,
                        federation,
                        used));
    }
}
