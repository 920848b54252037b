package io.sluice.ldap.entry;

import io.sluice.core.filter.CaseFolding;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Tells apart the texts that every directory compares as SCIM does, and those where matching rules, case mapping or string
 * preparation (RFC 4518) could differ: such a value is marked in its entry, and such a literal is not pushed down.
 */
public final class Exactness {

    private Exactness() {}

    /** Whether SCIM equality of this text with another implies LDAP equality, and the same for substrings. */
    public static boolean isPlain(String text) {
        if (text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ' || text.contains("  ")) {
            return false;
        }
        return text.codePoints().allMatch(Exactness::isPlain);
    }

    private static boolean isPlain(int c) {
        if (c < 0x80) {
            return c >= ' ' && c < 0x7F;
        }
        if (!Character.isLetterOrDigit(c)) {
            return false;
        }
        String one = Character.toString(c);
        // Characters whose upper case has another lower case, or that are composed of others, compare differently.
        return CaseFolding.fold(one).equals(one.toLowerCase(Locale.ROOT))
                && one.toUpperCase(Locale.ROOT).length() == one.length()
                && Normalizer.isNormalized(one, Normalizer.Form.NFKC);
    }

    /** What a directory at the most would take for the same value: used to drop values that it would refuse as duplicates. */
    static String collisionKey(String value) {
        return CaseFolding.fold(Normalizer.normalize(value, Normalizer.Form.NFKC))
                .strip()
                .replaceAll("\\s+", " ");
    }
}
