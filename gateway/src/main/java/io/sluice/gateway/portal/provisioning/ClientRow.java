package io.sluice.gateway.portal.provisioning;

import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.TokenState;
import io.sluice.gateway.portal.page.Vendors;

/** An OAuth client as its table shows it. */
public record ClientRow(OAuthClient client) {

    public String vendor() {
        return Vendors.label(client.idp());
    }

    public boolean isActive() {
        return client.state() == TokenState.ACTIVE;
    }
}
