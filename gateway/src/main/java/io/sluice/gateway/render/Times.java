package io.sluice.gateway.render;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Instants as {@link Instant#toString} writes them, without the formatter's garbage: every resource has two. Years from 1 to 9999
 * are written here, what is beyond by the formatter.
 */
final class Times {

    private static final int MILLI = 1_000_000;
    private static final int MICRO = 1_000;

    private Times() {}

    static void append(Buffer out, Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > 9_999) {
            out.appendString(instant.toString());
            return;
        }
        digits(out, time.getYear(), 1_000);
        out.appendByte((byte) '-');
        digits(out, time.getMonthValue(), 10);
        out.appendByte((byte) '-');
        digits(out, time.getDayOfMonth(), 10);
        out.appendByte((byte) 'T');
        digits(out, time.getHour(), 10);
        out.appendByte((byte) ':');
        digits(out, time.getMinute(), 10);
        out.appendByte((byte) ':');
        digits(out, time.getSecond(), 10);
        fraction(out, time.getNano());
        out.appendByte((byte) 'Z');
    }

    /** None, three, six or nine digits: as many as are needed. */
    private static void fraction(Buffer out, int nanos) {
        if (nanos == 0) {
            return;
        }
        out.appendByte((byte) '.');
        if (nanos % MILLI == 0) {
            digits(out, nanos / MILLI, 100);
        } else if (nanos % MICRO == 0) {
            digits(out, nanos / MICRO, 100_000);
        } else {
            digits(out, nanos, 100_000_000);
        }
    }

    /**
     * @param highest the value of the first digit
     */
    private static void digits(Buffer out, int number, int highest) {
        for (int value = highest; value > 0; value /= 10) {
            out.appendByte((byte) ('0' + number / value % 10));
        }
    }
}
