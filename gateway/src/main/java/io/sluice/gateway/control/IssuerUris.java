package io.sluice.gateway.control;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.jwt.JwksFetch;
import io.vertx.core.Future;
import java.net.URI;

/** Refuses the URI of a key set that could never be fetched, when it is configured and not when the first token comes. */
public final class IssuerUris {

    private static final int LONGEST = 1_000;

    private final JwksFetch fetch;

    public IssuerUris(JwksFetch fetch) {
        this.fetch = fetch;
    }

    /** Fails with BAD_REQUEST, the field and the reason. */
    Future<Void> check(String field, String uri) {
        if (uri.length() > LONGEST) {
            return refused(field + " is longer than " + LONGEST + " characters.");
        }
        try {
            return fetch.check(URI.create(uri)).recover(cause -> notAcceptable(field, cause));
        } catch (IllegalArgumentException e) {
            return notAcceptable(field, e);
        }
    }

    private static Future<Void> notAcceptable(String field, Throwable cause) {
        return refused(field + " is not acceptable: " + cause.getMessage() + ".");
    }

    private static Future<Void> refused(String detail) {
        return Future.failedFuture(ScimException.of(ErrorKind.BAD_REQUEST, detail));
    }
}
