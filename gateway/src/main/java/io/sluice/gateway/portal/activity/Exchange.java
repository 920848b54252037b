package io.sluice.gateway.portal.activity;

import io.sluice.gateway.portal.page.Vendors;
import java.time.Instant;
import java.util.List;

/**
 * One request of an IdP with what it got, as the page Activity shows it.
 *
 * @param scimType the keyword of a failure; empty when there is none
 * @param reason a failure in words; empty for a success
 * @param quirks what had to be understood beyond the standard, in words
 * @param request the body without secrets, as far as it was kept
 * @param response likewise
 */
public record Exchange(
        String id,
        Instant time,
        String idp,
        String method,
        String route,
        int status,
        String scimType,
        String reason,
        long durationMillis,
        List<String> quirks,
        String request,
        String response) {

    private static final int FIRST_FAILURE = 400;

    public Exchange {
        quirks = List.copyOf(quirks);
    }

    public boolean succeeded() {
        return status < FIRST_FAILURE;
    }

    public String vendor() {
        return Vendors.label(idp);
    }
}
