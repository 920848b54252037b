package io.sluice.core.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads a dateTime (RFC 7643 section 2.3.5: xsd:dateTime), such as {@code 2011-05-13T04:42:34.5Z}. Without a zone it is taken
 * for UTC. Fractions of a second are kept to the nanosecond.
 */
public final class DateTimeText {

    private static final int SECONDS_OF_DAY = 86_400;
    private static final int NANO_DIGITS = 9;

    private final String text;
    private int at;

    private DateTimeText(String text) {
        this.text = text;
    }

    /** The instant that is meant; empty when the text is no dateTime. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(new DateTimeText(text).instant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant instant() {
        long day = day();
        require('T');
        long second = secondOfDay();
        int nanos = isNext('.') ? nanos() : 0;
        int offset = offset();
        if (at != text.length() || (second == SECONDS_OF_DAY && nanos > 0)) {
            throw wrong();
        }
        return Instant.ofEpochSecond(Math.addExact(day * SECONDS_OF_DAY, second) - offset, nanos);
    }

    private long day() {
        int year = number(4);
        require('-');
        int month = number(2);
        require('-');
        return LocalDate.of(year, month, number(2)).toEpochDay();
    }

    /** 24:00:00 is the first moment of the next day. */
    private long secondOfDay() {
        int hour = number(2);
        require(':');
        int minute = number(2);
        require(':');
        int second = number(2);
        int total = hour * 3_600 + minute * 60 + second;
        if (minute > 59 || second > 59 || total > SECONDS_OF_DAY) {
            throw wrong();
        }
        return total;
    }

    private int nanos() {
        at++;
        int start = at;
        int nanos = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            nanos = at - start < NANO_DIGITS ? nanos * 10 + text.charAt(at) - '0' : nanos;
            at++;
        }
        if (at == start) {
            throw wrong();
        }
        for (int i = at - start; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int offset() {
        if (at == text.length()) {
            return 0;
        }
        char sign = text.charAt(at++);
        if (sign == 'Z') {
            return 0;
        }
        int hour = number(2);
        require(':');
        int minute = number(2);
        if ((sign != '+' && sign != '-') || minute > 59 || hour * 60 + minute > 14 * 60) {
            throw wrong();
        }
        return (sign == '-' ? -1 : 1) * (hour * 3_600 + minute * 60);
    }

    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++, at++) {
            if (at == text.length() || !isDigit(text.charAt(at))) {
                throw wrong();
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private void require(char c) {
        if (!isNext(c)) {
            throw wrong();
        }
        at++;
    }

    private boolean isNext(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static DateTimeException wrong() {
        return new DateTimeException("no xsd:dateTime");
    }
}
