package io.sluice.gateway.control;

import io.sluice.core.control.OAuthClient;
import io.sluice.core.resource.Secret;

/** An OAuth client with the text of its newest secret, which is shown this once. */
public record IssuedClient(OAuthClient client, Secret text) {}
