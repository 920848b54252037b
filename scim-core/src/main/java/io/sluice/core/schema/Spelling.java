package io.sluice.core.schema;

import java.util.Comparator;

/**
 * How names of the protocol are compared: attributes, URNs, operators, parameters and the fields of messages. They are ASCII and
 * case does not matter in them (RFC 7643 section 2.1, RFC 7644 section 3.4.2.2). Unlike {@link String#equalsIgnoreCase}, which
 * takes {@code actıve} for {@code active}, letters beyond ASCII are equal to nothing but themselves.
 */
public final class Spelling {

    /** Consistent with {@link #isSame}. */
    public static final Comparator<String> ORDER = Spelling::compare;

    private Spelling() {}

    public static boolean isSame(String one, String other) {
        return one.length() == other.length() && compare(one, other) == 0;
    }

    private static int compare(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            int difference = lower(one.charAt(i)) - lower(other.charAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        return one.length() - other.length();
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
}
