package io.sluice.gateway.scim;

import java.math.BigInteger;
import java.util.Optional;

/** Which page is asked for, made right where the RFC says how. */
sealed interface Paging {

    /**
     * RFC 7644 section 3.4.2.4.
     *
     * @param startIndex 1 or more, as the answer repeats it; there is no end to what may be asked for
     * @param count 0 or more, at most the largest page
     */
    record Index(BigInteger startIndex, int count) implements Paging {

        private static final BigInteger LAST = BigInteger.valueOf(Integer.MAX_VALUE);

        /** Where a backend begins: what is asked for beyond this place is beyond every list, as this place is. */
        int position() {
            return startIndex.min(LAST).intValue();
        }
    }

    /**
     * RFC 9865 section 2.
     *
     * @param cursor empty for the first page
     */
    record Cursor(Optional<String> cursor, int count) implements Paging {}

    int count();
}
