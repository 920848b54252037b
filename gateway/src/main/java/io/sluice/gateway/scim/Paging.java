package io.sluice.gateway.scim;

import java.util.Optional;

/** Which page is asked for, made right where the RFC says how. */
sealed interface Paging {

    /**
     * RFC 7644 section 3.4.2.4.
     *
     * @param startIndex 1 or more
     * @param count 0 or more, at most the largest page
     */
    record Index(int startIndex, int count) implements Paging {}

    /**
     * RFC 9865 section 2.
     *
     * @param cursor empty for the first page
     */
    record Cursor(Optional<String> cursor, int count) implements Paging {}

    int count();
}
