package io.sluice.core.control;

/**
 * What the token endpoint and the verifier learn about a client that exists.
 *
 * @param strict whether the connection's profile is {@code strict}
 */
public record RegisteredClient(OAuthClient client, boolean strict, Tenant tenant) {}
