package io.sluice.gateway.portal.setup;

import io.sluice.gateway.control.Idp;
import java.util.List;

/** The steps of each identity provider, as keys of what the portal says; the words are those of the IdP's own pages. */
final class Guide {

    private Guide() {}

    static List<String> steps(Idp idp) {
        return switch (idp) {
            case ENTRA ->
                List.of(
                        "setup.entra.1",
                        "setup.entra.2",
                        "setup.entra.3",
                        "setup.entra.4",
                        "setup.entra.5",
                        "setup.entra.6");
            case OKTA -> List.of("setup.okta.1", "setup.okta.2", "setup.okta.3", "setup.okta.4", "setup.okta.5");
            case ONELOGIN -> List.of("setup.onelogin.1", "setup.onelogin.2", "setup.onelogin.3", "setup.onelogin.4");
            case JUMPCLOUD ->
                List.of("setup.jumpcloud.1", "setup.jumpcloud.2", "setup.jumpcloud.3", "setup.jumpcloud.4");
            case PINGONE -> List.of("setup.pingone.1", "setup.pingone.2", "setup.pingone.3", "setup.pingone.4");
            case GOOGLE -> List.of("setup.google.1", "setup.google.2", "setup.google.3", "setup.google.4");
            case SAILPOINT -> List.of("setup.sailpoint.1", "setup.sailpoint.2", "setup.sailpoint.3");
            case GENERIC -> List.of("setup.generic.1", "setup.generic.2", "setup.generic.3", "setup.generic.4");
        };
    }
}
