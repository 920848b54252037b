package io.sluice.core.control;

/**
 * Workload identity federation: a JWT of this issuer, subject and audience, signed by a key of this JWK set, authenticates
 * the client in place of a secret (RFC 7523 section 3).
 */
public record Federation(String issuer, String subject, String audience, String jwksUri) {}
