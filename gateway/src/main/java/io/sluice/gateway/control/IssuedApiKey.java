package io.sluice.gateway.control;

import io.sluice.core.control.ApiKey;
import io.sluice.core.resource.Secret;

/** An API key with its text, which is shown this once. */
public record IssuedApiKey(ApiKey key, Secret text) {}
