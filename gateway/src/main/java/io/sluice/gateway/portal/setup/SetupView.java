package io.sluice.gateway.portal.setup;

import io.sluice.gateway.control.Idp;
import java.util.List;

/**
 * The set-up of one identity provider.
 *
 * @param steps the keys of what to do, in order
 * @param hasToken whether a token of this vendor exists
 */
public record SetupView(Idp idp, List<String> steps, String scimUrl, boolean hasToken, Sign sign) {

    public SetupView {
        steps = List.copyOf(steps);
    }
}
