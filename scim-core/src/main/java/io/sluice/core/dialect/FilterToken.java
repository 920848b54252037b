package io.sluice.core.dialect;

import io.sluice.core.schema.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of a filter as it was written.
 *
 * @param spaced whether white space stands before it
 */
record FilterToken(Kind kind, String text, boolean spaced) {

    enum Kind {
        WORD,
        STRING,
        OPEN,
        CLOSE,
        PARENTHESIS
    }

    private static final Set<String> OPERATORS = Set.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

    /** Splits a text into pieces; together they are the text, but for the kind and amount of white space. */
    static List<FilterToken> split(String text) {
        List<FilterToken> tokens = new ArrayList<>();
        int from = 0;
        boolean spaced = false;
        while (from < text.length()) {
            if (text.charAt(from) == ' ') {
                spaced = true;
                from++;
                continue;
            }
            Kind kind = kind(text.charAt(from));
            int to = end(text, from, kind);
            tokens.add(new FilterToken(kind, text.substring(from, to), spaced));
            spaced = false;
            from = to;
        }
        return tokens;
    }

    static String join(List<FilterToken> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(
                token -> text.append(token.spaced && !text.isEmpty() ? " " : "").append(token.text));
        return text.toString();
    }

    FilterToken withText(Kind newKind, String newText) {
        return new FilterToken(newKind, newText, spaced);
    }

    boolean isOperator() {
        return kind == Kind.WORD && OPERATORS.contains(text.toLowerCase(Locale.ROOT));
    }

    boolean isPresence() {
        return kind == Kind.WORD && Spelling.isSame(text, "pr");
    }

    boolean isLiteral() {
        return kind == Kind.STRING || kind == Kind.WORD;
    }

    private static Kind kind(char c) {
        return switch (c) {
            case '"' -> Kind.STRING;
            case '[' -> Kind.OPEN;
            case ']' -> Kind.CLOSE;
            case '(', ')' -> Kind.PARENTHESIS;
            default -> Kind.WORD;
        };
    }

    private static int end(String text, int from, Kind kind) {
        return switch (kind) {
            case STRING -> endOfString(text, from);
            case OPEN, CLOSE, PARENTHESIS -> from + 1;
            case WORD -> endOfWord(text, from);
        };
    }

    private static int endOfString(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int endOfWord(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) != ' ' && kind(text.charAt(to)) == Kind.WORD) {
            to++;
        }
        return to;
    }
}
