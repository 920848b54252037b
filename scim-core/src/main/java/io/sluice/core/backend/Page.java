package io.sluice.core.backend;

import java.util.Optional;

/** Which part of a result is wanted. */
public sealed interface Page {

    /** At most this many resources; 0 asks for the total alone. */
    int count();

    /**
     * By index (RFC 7644 section 3.4.2.4).
     *
     * @param startIndex 1 or more
     */
    record ByIndex(int startIndex, int count) implements Page {}

    /**
     * By cursor (RFC 9865). The text is the backend's own position; the gateway signs it and binds it to tenant, filter and
     * sort, so that a backend may trust what it gets back.
     *
     * @param after empty for the first page
     */
    record ByCursor(Optional<String> after, int count) implements Page {}
}
