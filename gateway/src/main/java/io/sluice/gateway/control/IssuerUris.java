package io.sluice.gateway.control;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.jwt.JwksFetch;
import java.net.URI;

/** Refuses the URI of a key set that could never be fetched, when it is configured and not when the first token comes. */
public final class IssuerUris {

    private static final int LONGEST = 1_000;

    private final JwksFetch fetch;

    public IssuerUris(JwksFetch fetch) {
        this.fetch = fetch;
    }

    /**
     * @throws ScimException BAD_REQUEST with the field and the reason
     */
    void check(String field, String uri) {
        if (uri.length() > LONGEST) {
            throw ScimException.of(ErrorKind.BAD_REQUEST, field + " is longer than " + LONGEST + " characters.");
        }
        try {
            fetch.checkForm(URI.create(uri));
        } catch (IllegalArgumentException e) {
            throw ScimException.of(ErrorKind.BAD_REQUEST, field + " is not acceptable: " + e.getMessage() + ".");
        }
    }
}
