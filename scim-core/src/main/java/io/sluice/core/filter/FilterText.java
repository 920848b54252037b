package io.sluice.core.filter;

import java.util.List;

/** Writes expressions in their canonical text. */
final class FilterText {

    private final StringBuilder text = new StringBuilder();

    private FilterText() {}

    static String of(FilterExpression expression) {
        FilterText writer = new FilterText();
        writer.write(expression);
        return writer.text.toString();
    }

    private void write(FilterExpression expression) {
        switch (expression) {
            case FilterExpression.And and -> join(and.terms(), " and ");
            case FilterExpression.Or or -> join(or.terms(), " or ");
            case FilterExpression.Not not -> {
                text.append("not ");
                writeGrouped(not.term());
            }
            case FilterExpression.Comparison comparison -> {
                text.append(comparison.attribute()).append(' ');
                text.append(comparison.operator().keyword()).append(' ');
                write(comparison.value());
            }
            case FilterExpression.Present present ->
                text.append(present.attribute()).append(" pr");
            case FilterExpression.ValuePath path -> {
                text.append(path.attribute()).append('[');
                write(path.filter());
                text.append(']');
            }
            case FilterExpression.ValuePathTerm term -> {
                write(term.path());
                text.append('.');
                write(term.term());
            }
        }
    }

    /** Within "and" an "or" needs parentheses; a nested expression of the same kind keeps those that it had. */
    private void join(List<FilterExpression> terms, String separator) {
        boolean joinsByAnd = separator.equals(" and ");
        for (int i = 0; i < terms.size(); i++) {
            text.append(i == 0 ? "" : separator);
            FilterExpression term = terms.get(i);
            if (term instanceof FilterExpression.Or || (joinsByAnd && term instanceof FilterExpression.And)) {
                writeGrouped(term);
            } else {
                write(term);
            }
        }
    }

    private void writeGrouped(FilterExpression expression) {
        text.append('(');
        write(expression);
        text.append(')');
    }

    private void write(FilterValue value) {
        switch (value) {
            case FilterValue.Text quoted -> writeQuoted(quoted.value());
            case FilterValue.Numeric numeric -> text.append(numeric.value());
            case FilterValue.Bool bool -> text.append(bool.value());
            case FilterValue.Null nothing -> text.append("null");
            case FilterValue.Unquoted word -> text.append(word.value());
        }
    }

    private void writeQuoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
