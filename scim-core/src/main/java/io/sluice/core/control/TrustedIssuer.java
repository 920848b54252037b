package io.sluice.core.control;

/**
 * What the verifier learns about an issuer that a tenant trusts.
 *
 * @param strict whether the connection's profile is {@code strict}
 */
public record TrustedIssuer(JwtIssuer issuer, boolean strict, Tenant tenant) {}
