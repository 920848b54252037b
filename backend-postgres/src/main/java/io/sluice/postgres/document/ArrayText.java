package io.sluice.postgres.document;

import java.util.Collection;

/** The text form of an array of texts, for arrays within arrays, which parameters cannot express when their lengths differ. */
final class ArrayText {

    private ArrayText() {}

    static String of(Collection<String> values) {
        StringBuilder text = new StringBuilder("{");
        for (String value : values) {
            if (text.length() > 1) {
                text.append(',');
            }
            quote(text, value);
        }
        return text.append('}').toString();
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }
}
