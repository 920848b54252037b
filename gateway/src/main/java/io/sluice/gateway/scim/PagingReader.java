package io.sluice.gateway.scim;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.config.ScimConfig;
import java.math.BigInteger;
import java.util.Optional;

/** Reads startIndex, count and cursor. */
final class PagingReader {

    private static final int DIGITS = 20;

    private final ScimConfig config;

    PagingReader(ScimConfig config) {
        this.config = config;
    }

    /**
     * A count below 0 means 0, a startIndex below 1 means 1, a count above the largest page means that (RFC 7644 section 3.4.2.4).
     *
     * @throws ScimException INVALID_VALUE, with a cursor INVALID_COUNT, when a number is none
     */
    Paging read(Optional<String> startIndex, Optional<String> count, Optional<String> cursor) {
        ErrorKind kind = cursor.isPresent() ? ErrorKind.INVALID_COUNT : ErrorKind.INVALID_VALUE;
        int size = count.map(text -> Math.max(0, number("count", text, kind))).orElse(config.defaultPageSize());
        int bounded = Math.min(size, config.maxPageSize());
        if (cursor.isPresent()) {
            if (startIndex.isPresent()) {
                throw ScimException.of(
                        ErrorKind.INVALID_CURSOR, "cursor and startIndex exclude each other: send one of them.");
            }
            return new Paging.Cursor(cursor.filter(text -> !text.isEmpty()), bounded);
        }
        int start = startIndex
                .map(text -> Math.max(1, number("startIndex", text, ErrorKind.INVALID_VALUE)))
                .orElse(1);
        return new Paging.Index(start, bounded);
    }

    private static int number(String name, String text, ErrorKind kind) {
        try {
            if (text.length() <= DIGITS) {
                BigInteger value = new BigInteger(text.strip());
                return value.min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .max(BigInteger.valueOf(Integer.MIN_VALUE))
                        .intValue();
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw ScimException.of(kind, name + " must be a whole number.");
    }
}
