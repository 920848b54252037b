package io.sluice.core.schema;

/** The spelling of attribute names (RFC 7643 section 2.1: ATTRNAME, and {@code $ref}). */
public final class AttributeNames {

    private AttributeNames() {}

    /** A single name without URN and sub-attribute. */
    public static boolean isName(CharSequence name) {
        int first = name.isEmpty() || name.charAt(0) != '$' ? 0 : 1;
        if (name.length() == first || !isLetter(name.charAt(first))) {
            return false;
        }
        for (int i = first + 1; i < name.length(); i++) {
            if (!isNameCharacter(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A character that a name may have after its first. */
    public static boolean isNameCharacter(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
