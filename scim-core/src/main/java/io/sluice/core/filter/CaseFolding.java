package io.sluice.core.filter;

import java.util.Comparator;
import java.util.Locale;

/**
 * The normal form in which values of attributes that are not caseExact are compared and stored for comparison, and the order
 * of strings. Every part of the system that compares uses this form, so that memory, SQL and LDAP agree.
 */
public final class CaseFolding {

    /** Orders strings by code point, which is the order of their UTF-8 bytes (and of PostgreSQL's collation "C"). */
    public static final Comparator<String> CODE_POINT_ORDER = CaseFolding::compareCodePoints;

    private CaseFolding() {}

    /** Upper then lower case in the root locale, so that one-to-many mappings such as ß and SS meet. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return c < 0x80 && isAscii(text, i)
                        ? text.toLowerCase(Locale.ROOT)
                        : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    private static boolean isAscii(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static int compareCodePoints(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // A surrogate stands for a code point above every char of the basic plane, yet its value is below
                // U+E000.
                boolean differs = Character.isSurrogate(a) != Character.isSurrogate(b);
                return differs ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return left.length() - right.length();
    }
}
