package io.sluice.gateway.scim;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.util.Optional;

/**
 * Where a list of all resource types goes on: in which type, and where in it. The text of it is signed, so that what comes back
 * was made here.
 *
 * @param type the name of the type
 * @param total of all types, as it was on the first page
 * @param after the backend's position in the type; empty for its beginning
 */
record RootPosition(String type, long total, Optional<String> after) {

    private static final String SEPARATOR = "\n";

    String text() {
        return type + SEPARATOR + total + after.map(SEPARATOR::concat).orElse("");
    }

    /**
     * @throws ScimException INVALID_CURSOR
     */
    static RootPosition of(String text) {
        String[] parts = text.split(SEPARATOR, 3);
        if (parts.length < 2) {
            throw ScimException.of(
                    ErrorKind.INVALID_CURSOR,
                    "The cursor was not issued for this query; begin again with an empty cursor.");
        }
        return new RootPosition(
                parts[0], Long.parseLong(parts[1]), parts.length == 3 ? Optional.of(parts[2]) : Optional.empty());
    }
}
