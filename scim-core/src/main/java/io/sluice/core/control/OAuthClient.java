package io.sluice.core.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An OAuth 2.0 client of a tenant as lists show it, without its secrets (RFC 6749 section 2).
 *
 * @param id the {@code client_id}
 * @param idp the vendor of the connection that it belongs to
 * @param state an inactive client gets no tokens, and those it has are refused
 * @param secrets those that have not been removed, newest first, expired ones included
 * @param federation whose signed assertions stand for this client; empty when only secrets do
 * @param lastUsedAt when it last got a token
 */
public record OAuthClient(
        String id,
        String idp,
        String name,
        TokenState state,
        Instant createdAt,
        List<ClientSecret> secrets,
        Optional<Federation> federation,
        Optional<Instant> lastUsedAt) {
    public OAuthClient {
        secrets = List.copyOf(secrets);
    }
}
