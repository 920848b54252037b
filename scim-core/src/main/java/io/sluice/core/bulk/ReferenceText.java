package io.sluice.core.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.core.schema.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finds in a text what stands for the id of another operation's resource: {@code bulkId:} and that operation's bulkId. */
final class ReferenceText {

    static final String PREFIX = "bulkId:";

    private static final String REF = "$ref";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The part of a text that an id takes the place of.
     *
     * @param end exclusive
     */
    record Span(int start, int end, String bulkId) {}

    private ReferenceText() {}

    /** In a value: the whole of it, or the last segment of a {@code $ref}. */
    static List<Span> inValue(String key, String text) {
        int start = Spelling.isSame(key, REF) ? text.lastIndexOf('/') + 1 : 0;
        return text.startsWith(PREFIX, start)
                ? List.of(new Span(start, text.length(), text.substring(start + PREFIX.length())))
                : List.of();
    }

    /** In a path or a filter: every string literal that is one. */
    static List<Span> inFilter(String text) {
        String begin = '"' + PREFIX;
        List<Span> spans = new ArrayList<>();
        for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
            int end = closingQuote(text, at + 1);
            if (end > 0) {
                String bulkId = unescaped(text.substring(at, end + 1)).substring(PREFIX.length());
                spans.add(new Span(at + 1, end, bulkId));
            }
        }
        return spans;
    }

    static String replace(String text, List<Span> spans, UnaryOperator<String> ids) {
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        for (Span span : spans) {
            replaced.append(text, from, span.start()).append(ids.apply(span.bulkId()));
            from = span.end();
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static int closingQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** Literals of filters are written as JSON strings; one that is not well written stays as it is, the parser refuses it. */
    private static String unescaped(String literal) {
        try {
            String text = literal.indexOf('\\') < 0 ? null : JSON.readValue(literal, String.class);
            return text == null ? literal.substring(1, literal.length() - 1) : text;
        } catch (JsonProcessingException e) {
            return literal.substring(1, literal.length() - 1);
        }
    }
}
