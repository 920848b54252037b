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

    private static final char CAPITAL_I_WITH_DOT = '\u0130';
    private static final char SMALL_I_WITHOUT_DOT = '\u0131';
    private static final String SMALL_I_WITH_DOT = "i\u0307";

    private CaseFolding() {}

    /**
     * Folds case in full (Unicode CaseFolding.txt, C and F) and composes (NFC), as RFC 7644 section 5 asks for. Folding a text twice
     * changes nothing, and every character is folded by itself, so that what a text begins with, ends with or contains, its folded
     * form does too.
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

    private static String foldBeyondAscii(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length() + 8);
        int from = 0;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c == CAPITAL_I_WITH_DOT || c == SMALL_I_WITHOUT_DOT) {
                folded.append(foldByUpperCase(composed.substring(from, i)))
                        .append(c == CAPITAL_I_WITH_DOT ? SMALL_I_WITH_DOT : c);
                from = i + 1;
            }
        }
        folded.append(foldByUpperCase(composed.substring(from)));
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /**
     * Upper case in between lets one-to-many mappings meet: ẞ becomes ß, then SS, then ss. It would also make one of the letters i of
     * Turkish, which folding keeps apart: İ is i with a dot above and ı is itself.
     */
    private static String foldByUpperCase(String text) {
        return text.isEmpty() ? text : lowerByCodePoint(lowerByCodePoint(text).toUpperCase(Locale.ROOT));
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
