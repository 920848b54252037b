package io.sluice.gateway.scim;

import io.vertx.core.buffer.Buffer;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What a ListResponse says beside its resources (RFC 7644 section 3.4.2, RFC 9865 section 2).
 *
 * @param startIndex for index paging, as it was asked for, be it beyond the end
 * @param nextCursor for cursor paging, unless this was the last page
 */
record ListHead(long totalResults, int itemsPerPage, Optional<BigInteger> startIndex, Optional<String> nextCursor) {

    private static final String OPEN =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":";

    Buffer before() {
        Buffer out = Buffer.buffer(4096).appendString(OPEN).appendString(Long.toString(totalResults));
        out.appendString(",\"itemsPerPage\":").appendString(Integer.toString(itemsPerPage));
        startIndex.ifPresent(start -> out.appendString(",\"startIndex\":").appendString(start.toString()));
        // Cursors are base64url: nothing in them needs escaping.
        nextCursor.ifPresent(cursor ->
                out.appendString(",\"nextCursor\":\"").appendString(cursor).appendString("\""));
        return out.appendString(",\"Resources\":[");
    }

    static Buffer after() {
        return Buffer.buffer("]}");
    }
}
