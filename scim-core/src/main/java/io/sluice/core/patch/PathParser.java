package io.sluice.core.patch;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.util.Optional;

/**
 * Parses the path of a patch operation (RFC 7644 section 3.5.2, figure 7): one pass, no recursion, no regular expression. The
 * filter between brackets is found here and parsed when it is bound.
 */
public final class PathParser {

    /** The longest path that is read, in characters. */
    public static final int MAX_LENGTH = 4_096;

    private final String text;

    private PathParser(String text) {
        this.text = text;
    }

    /**
     * @throws ScimException INVALID_PATH with the position of what is wrong
     */
    public static PathExpression parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw ScimException.of(
                    ErrorKind.INVALID_PATH,
                    "The path has %d characters; at most %d are read".formatted(text.length(), MAX_LENGTH));
        }
        return new PathParser(text).path();
    }

    private PathExpression path() {
        int open = text.indexOf('[');
        if (open < 0) {
            checkName(0, text.length());
            return new PathExpression.Name(text);
        }
        checkName(0, open);
        int close = closingBracket(open);
        String filter = text.substring(open + 1, close);
        if (filter.isBlank()) {
            throw wrong(open + 1, "the brackets need a filter such as type eq \"work\"");
        }
        return new PathExpression.ValuePath(text.substring(0, open), filter, subAttribute(close + 1));
    }

    private Optional<String> subAttribute(int from) {
        if (from == text.length()) {
            return Optional.empty();
        }
        if (text.charAt(from) != '.') {
            throw wrong(from, "after ] the path may only end or go on with . and a sub-attribute");
        }
        String name = text.substring(from + 1);
        checkName(from + 1, text.length());
        if (name.indexOf('.') >= 0 || name.indexOf(':') >= 0) {
            throw wrong(from + 1, "a path goes one sub-attribute deep");
        }
        return Optional.of(name);
    }

    private int closingBracket(int open) {
        boolean quoted = false;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '[') {
                throw wrong(i, "a filter between brackets has no brackets of its own");
            } else if (!quoted && c == ']') {
                return i;
            }
        }
        throw wrong(open, quoted ? "a string is not closed" : "the bracket is not closed");
    }

    /** Names are separated by single dots or colons; each begins with a letter, a digit (URN segments) or {@code $}. */
    private void checkName(int from, int to) {
        boolean nameMayBegin = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean separator = c == '.' || c == ':';
            boolean fits = nameMayBegin ? (isLetterOrDigit(c) || c == '$') : (separator || isNameCharacter(c));
            if (!fits) {
                throw wrong(i, "an attribute name was expected, not " + shown(c));
            }
            nameMayBegin = separator;
        }
        if (nameMayBegin) {
            throw wrong(to, "an attribute name is missing");
        }
    }

    private static boolean isNameCharacter(char c) {
        return isLetterOrDigit(c) || c == '-' || c == '_' || c == '$';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String shown(char c) {
        return c < ' ' || c > '~' ? "U+%04X".formatted((int) c) : "'" + c + "'";
    }

    private ScimException wrong(int index, String reason) {
        return ScimException.of(
                ErrorKind.INVALID_PATH, "The path is wrong at character %d: %s".formatted(index + 1, reason));
    }
}
