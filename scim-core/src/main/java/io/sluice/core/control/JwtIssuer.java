package io.sluice.core.control;

import java.time.Instant;
import java.util.List;

/**
 * An outside authorization server whose access tokens a tenant accepts.
 *
 * @param idp the vendor of the connection that its tokens belong to
 * @param algorithms of signatures that are accepted, such as {@code RS256}; never empty
 */
public record JwtIssuer(
        String id,
        String idp,
        String issuer,
        String audience,
        String jwksUri,
        List<String> algorithms,
        Instant createdAt) {
    public JwtIssuer {
        algorithms = List.copyOf(algorithms);
    }
}
