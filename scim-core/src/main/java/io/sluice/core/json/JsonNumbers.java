package io.sluice.core.json;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as JSON writes them (RFC 8259 section 6), within the limits of {@link StrictJson}. */
public final class JsonNumbers {

    /** About the range of a double. Arithmetic on far larger numbers is a way to exhaust memory. */
    static final int MAX_EXPONENT = 308;

    private JsonNumbers() {}

    /** The number, unless the text is none or passes a limit. */
    public static Optional<BigDecimal> read(String text) {
        if (text.length() > StrictJson.MAX_NUMBER_LENGTH || !isNumber(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(JsonNumbers::isWithinLimits);
        } catch (NumberFormatException e) {
            // The exponent does not fit an int.
            return Optional.empty();
        }
    }

    static boolean isWithinLimits(BigDecimal value) {
        return Math.abs((long) value.scale()) <= MAX_EXPONENT;
    }

    private static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int digits = digits(text, at);
        if (digits == 0 || (digits > 1 && text.charAt(at) == '0')) {
            return false;
        }
        at += digits;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == 0) {
                return false;
            }
            at += 1 + fraction;
        }
        return at == text.length() || isExponent(text, at);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
        int start = at + (signed ? 2 : 1);
        int digits = digits(text, start);
        return digits > 0 && start + digits == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
