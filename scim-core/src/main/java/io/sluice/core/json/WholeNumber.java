package io.sluice.core.json;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whole numbers as people and programs write them in URLs, options and files: ASCII digits, at most one sign before them. Java
 * itself takes the digits of every script for a number.
 */
public final class WholeNumber {

    private WholeNumber() {}

    /** Empty when the text is no whole number, or none that fits an int. */
    public static OptionalInt parse(String text) {
        return of(text).filter(value -> value.bitLength() < Integer.SIZE).stream()
                .mapToInt(BigInteger::intValue)
                .findFirst();
    }

    /** Empty when the text is no whole number. Cost grows with the square of its length: whoever asks sets a limit to it. */
    public static Optional<BigInteger> of(String text) {
        int first = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean number = text.length() > first && text.chars().skip(first).allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(new BigInteger(text)) : Optional.empty();
    }
}
