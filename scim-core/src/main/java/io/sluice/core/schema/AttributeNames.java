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

    /** A name with an optional URN before it and an optional sub-attribute behind it (RFC 7644 figure 1: attrPath). */
    public static boolean isPath(String path) {
        int start = path.lastIndexOf(':') + 1;
        if (start > 0 && !isUrn(path, start - 1)) {
            return false;
        }
        int dot = path.indexOf('.', start);
        return dot < 0
                ? isName(path.substring(start))
                : isName(path.substring(start, dot)) && isName(path.substring(dot + 1));
    }

    /** What may stand before the last colon: RFC 8141 allows more, but no schema uses it. */
    private static boolean isUrn(String path, int end) {
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            if (!isNameCharacter(c) && c != ':' && c != '.' && c != '/' && c != '%') {
                return false;
            }
        }
        return end > 0 && isLetter(path.charAt(0));
    }

    /** A character that a name may have after its first. */
    public static boolean isNameCharacter(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
