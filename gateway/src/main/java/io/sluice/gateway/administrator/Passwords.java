package io.sluice.gateway.administrator;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.security.SecureRandom;

/** The rules for passwords of administrators (NIST SP 800-63B: length counts, composition rules do not help). */
final class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int GENERATED = 20;
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** About 116 bits, without characters that look alike. */
    static String generate() {
        StringBuilder text = new StringBuilder(GENERATED);
        for (int i = 0; i < GENERATED; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /**
     * @throws ScimException INVALID_VALUE with what would be right
     */
    static void check(String name, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE,
                    "A password has " + SHORTEST + " to " + LONGEST + " characters; a short sentence is a good one.");
        }
        if (password.equalsIgnoreCase(name) || password.chars().distinct().count() < SHORTEST / 3) {
            throw ScimException.of(ErrorKind.INVALID_VALUE, "This password is too easy to guess; choose another one.");
        }
    }
}
