package io.sluice.gateway.control;

import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.resource.Secret;

/** A token with its text, which is shown this once. */
public record IssuedToken(ProvisioningToken token, Secret text) {}
