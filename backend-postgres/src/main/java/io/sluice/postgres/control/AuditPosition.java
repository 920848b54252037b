package io.sluice.postgres.control;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.time.DateTimeException;
import java.time.Instant;

/** Where a page of the audit trail ended. */
record AuditPosition(Instant time, long seq) {

    String text() {
        return time + "/" + seq;
    }

    static AuditPosition parse(String text) {
        int separator = text.lastIndexOf('/');
        try {
            return new AuditPosition(
                    Instant.parse(text.substring(0, Math.max(separator, 0))),
                    Long.parseLong(text.substring(separator + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw ScimException.of(
                    ErrorKind.INVALID_CURSOR, "The cursor is not one that this server gave; begin again without one.");
        }
    }
}
