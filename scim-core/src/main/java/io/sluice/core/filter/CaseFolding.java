package io.sluice.core.filter;

import java.text.Normalizer;
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

    /**
     * Folds case and composes (Unicode NFC), as RFC 7644 section 5 asks for. Folding a text twice changes nothing, and every
     * character is folded by itself, so that what a text begins with, ends with or contains, its folded form does too.
     */
    public static String fold(String text) {
        boolean upper = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return foldBeyondAscii(text);
            }
            upper |= c >= 'A' && c <= 'Z';
        }
        return upper ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** Upper case in between lets one-to-many mappings meet: ẞ becomes ß, then SS, then ss. */
    private static String foldBeyondAscii(String text) {
        String lower = lowerByCodePoint(Normalizer.normalize(text, Normalizer.Form.NFC));
        return Normalizer.normalize(lowerByCodePoint(lower.toUpperCase(Locale.ROOT)), Normalizer.Form.NFC);
    }

    /** Unlike the lower case of a whole string, which treats a sigma at the end of a word differently. */
    private static String lowerByCodePoint(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            lower.appendCodePoint(Character.toLowerCase(codePoint));
            i += Character.charCount(codePoint);
        }
        return lower.toString();
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
