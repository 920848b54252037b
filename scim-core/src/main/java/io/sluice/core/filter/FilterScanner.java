package io.sluice.core.filter;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.json.Texts;

/** Reads the words of a filter from left to right. */
final class FilterScanner {

    private final String text;
    private int at;

    FilterScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    boolean take(char c) {
        boolean found = isAt(c);
        at += found ? 1 : 0;
        return found;
    }

    boolean takeSpaces() {
        int start = at;
        while (isAt(' ')) {
            at++;
        }
        return at > start;
    }

    /** Takes the word and the spaces around it, or nothing. */
    boolean takeBetweenSpaces(String word) {
        int start = at;
        if (takeSpaces() && takeIgnoringCase(word) && takeSpaces()) {
            return true;
        }
        at = start;
        return false;
    }

    /** Takes the word, spaces and the bracket, but stops before the bracket; or nothing. */
    boolean takeBefore(String word, char bracket) {
        int start = at;
        if (takeIgnoringCase(word)) {
            takeSpaces();
            if (isAt(bracket)) {
                return true;
            }
        }
        at = start;
        return false;
    }

    private boolean takeIgnoringCase(String word) {
        boolean found = text.regionMatches(true, at, word, 0, word.length());
        at += found ? word.length() : 0;
        return found;
    }

    /** Everything up to the next space, bracket, parenthesis or quote; may be empty. */
    String word() {
        int start = at;
        while (at < text.length() && !isDelimiter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isDelimiter(char c) {
        return c == ' ' || c == '(' || c == ')' || c == '[' || c == ']' || c == '"';
    }

    /** A JSON string (RFC 8259 section 7), the opening quote being next. */
    String string() {
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                String value = text.substring(start, at++);
                return storable(value, start);
            }
            if (c == '\\') {
                return storable(unescaped(start), start);
            }
            requirePrintable(c);
            at++;
        }
        throw wrong(start - 1, "the string that begins here is not closed");
    }

    private String unescaped(int start) {
        StringBuilder value = new StringBuilder().append(text, start, at);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                value.append(escape());
                continue;
            }
            requirePrintable(c);
            at++;
            if (c == '"') {
                return value.toString();
            }
            value.append(c);
        }
        throw wrong(start - 1, "the string that begins here is not closed");
    }

    private char escape() {
        int backslash = at++;
        char c = atEnd() ? 0 : text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit(backslash);
            default ->
                throw wrong(
                        backslash, "a string has no such escape; JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
        };
    }

    private char codeUnit(int backslash) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = atEnd() ? -1 : hexDigit(text.charAt(at++));
            if (digit < 0) {
                throw wrong(backslash, "\\u needs four hexadecimal digits");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private void requirePrintable(char c) {
        if (c < ' ') {
            throw wrong("a control character in a string has to be escaped");
        }
    }

    private String storable(String value, int start) {
        if (!Texts.isStorable(value)) {
            throw wrong(start, "the string holds U+0000 or half of a surrogate pair, which no value can hold");
        }
        return value;
    }

    /** Where the scanner stands, for {@link #expectedAt}. */
    int position() {
        return at;
    }

    ScimException expected(String what) {
        return expectedAt(at, what);
    }

    /** Something else was expected there; shows the word that was found. */
    ScimException expectedAt(int start, String what) {
        at = start;
        String found = word();
        if (found.isEmpty() && !atEnd()) {
            found = text.substring(at, at + 1);
        }
        return wrong(
                start,
                what + " was expected, but " + (found.isEmpty() ? "the filter ends" : "there is " + Excerpt.of(found)));
    }

    ScimException wrong(String reason) {
        return wrong(at, reason);
    }

    private static ScimException wrong(int index, String reason) {
        return ScimException.of(
                ErrorKind.INVALID_FILTER, "The filter is wrong at character " + (index + 1) + ": " + reason + ".");
    }
}
