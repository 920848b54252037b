package io.sluice.core.memory;

import io.sluice.core.control.ClientSecret;
import io.sluice.core.control.Federation;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.TokenState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An OAuth client with its tenant. */
record MemoryOAuthClient(String tenant, OAuthClient client) {

    MemoryOAuthClient with(TokenState state) {
        return copy(state, client.secrets(), client.federation(), client.lastUsedAt());
    }

    MemoryOAuthClient with(List<ClientSecret> secrets) {
        return copy(client.state(), secrets, client.federation(), client.lastUsedAt());
    }

    MemoryOAuthClient with(Optional<Federation> federation) {
        return copy(client.state(), client.secrets(), federation, client.lastUsedAt());
    }

    MemoryOAuthClient used(Instant at) {
        Instant latest = client.lastUsedAt().filter(at::isBefore).orElse(at);
        return copy(client.state(), client.secrets(), client.federation(), Optional.of(latest));
    }

    private MemoryOAuthClient copy(
            TokenState state, List<ClientSecret> secrets, Optional<Federation> federation, Optional<Instant> used) {
        return new MemoryOAuthClient(
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
