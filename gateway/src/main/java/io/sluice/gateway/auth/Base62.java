package io.sluice.gateway.auth;

/** Digits and letters, which survive every copy and paste. */
final class Base62 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    static final int RADIX = ALPHABET.length();

    private Base62() {}

    static char digit(int value) {
        return ALPHABET.charAt(value);
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Exactly {@code length} digits, most significant first; higher digits are cut off. */
    static String encode(long value, int length) {
        char[] digits = new char[length];
        long rest = value;
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = digit((int) (rest % RADIX));
            rest /= RADIX;
        }
        return new String(digits);
    }
}
