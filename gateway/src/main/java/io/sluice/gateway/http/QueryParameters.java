package io.sluice.gateway.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;

/** The parameters behind the question mark of a request. */
public final class QueryParameters {

    private static final int MOST = 1_024;

    private QueryParameters() {}

    /**
     * Decodes them, once for each request. Only an ampersand separates two; a semicolon is a character like others (RFC 3986 section
     * 3.4), which a user's name may have.
     *
     * @throws ScimException INVALID_VALUE when a percent sign does not begin an escape (RFC 3986 section 2.1), or escapes are no UTF-8
     */
    public static MultiMap of(HttpServerRequest request) {
        try {
            String query = request.query();
            if (query == null || PercentEncoding.isUtf8(query)) {
                return decoded(query == null ? "" : query);
            }
        } catch (IllegalArgumentException malformed) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE,
                    "The query of the URL has a % that two hexadecimal digits do not follow; a % itself is written %25.");
        }
        throw ScimException.of(
                ErrorKind.INVALID_VALUE,
                "The query of the URL has escapes that are not UTF-8; characters beyond ASCII are written as the bytes of their"
                        + " UTF-8 form, as %C3%A9 for \u00e9.");
    }

    private static MultiMap decoded(String query) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST, true)
                .parameters()
                .forEach(parameters::add);
        return parameters;
    }
}
