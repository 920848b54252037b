package io.sluice.core.json;

/** Shows in an error text a name that was sent, quoted, printable and not longer than a line. */
public final class Excerpt {

    private static final int MAX_LENGTH = 100;

    private Excerpt() {}

    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().limit(MAX_LENGTH).forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append(text.length() > MAX_LENGTH ? "...\"" : "\"").toString();
    }
}
