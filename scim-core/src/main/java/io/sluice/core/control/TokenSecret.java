package io.sluice.core.control;

/** What a store keeps of a secret. */
public record TokenSecret(TokenHash hash, String lastFour) {}
