package io.sluice.gateway.portal.provisioning;

import io.sluice.core.resource.Secret;

/**
 * A secret that is shown this once, with what goes along with it into the IdP.
 *
 * @param idp the word of the vendor
 * @param headingKey what has just been made
 * @param clientId of an OAuth client; empty for a token
 * @param inactive whether it is refused until somebody sets what it belongs to to active
 */
public record IssuedView(
        String idp, String vendor, String headingKey, String clientId, Secret secret, boolean inactive) {}
