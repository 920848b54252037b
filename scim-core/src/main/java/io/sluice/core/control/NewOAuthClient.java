package io.sluice.core.control;

/** What it takes to make an OAuth client; it begins active, with one secret and without federation. */
public record NewOAuthClient(String id, String idp, String name, NewClientSecret secret) {}
