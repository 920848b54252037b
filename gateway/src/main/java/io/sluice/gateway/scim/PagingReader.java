package io.sluice.gateway.scim;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.WholeNumber;
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
        int bounded = count.map(text -> bounded(number("count", text, kind)))
                .orElseGet(() -> Math.min(config.defaultPageSize(), config.maxPageSize()));
        if (cursor.isPresent()) {
            if (startIndex.isPresent()) {
                throw ScimException.of(
                        ErrorKind.INVALID_CURSOR, "cursor and startIndex exclude each other: send one of them.");
            }
            return new Paging.Cursor(cursor.filter(text -> !text.isEmpty()), bounded);
        }
        BigInteger start = startIndex
                .map(text -> number("startIndex", text, ErrorKind.INVALID_VALUE).max(BigInteger.ONE))
                .orElse(BigInteger.ONE);
        return new Paging.Index(start, bounded);
    }

    private int bounded(BigInteger count) {
        return count.max(BigInteger.ZERO)
                .min(BigInteger.valueOf(config.maxPageSize()))
                .intValue();
    }

    private static BigInteger number(String name, String text, ErrorKind kind) {
        return Optional.of(text.trim())
                .filter(digits -> digits.length() <= DIGITS)
                .flatMap(WholeNumber::of)
                .orElseThrow(() -> ScimException.of(
                        kind, name + " must be a whole number of at most " + DIGITS + " digits 0 to 9."));
    }
}
