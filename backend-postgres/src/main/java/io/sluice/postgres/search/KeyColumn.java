package io.sluice.postgres.search;

import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.postgres.document.KeyText;
import java.util.Optional;

/** Comparisons with an indexed column of {@link KeyText}, in the forms that an index answers. */
final class KeyColumn {

    private KeyColumn() {}

    /** Empty when only the whole text can tell: substrings, the empty prefix, and order
     * against a text longer than a key. */
    static Optional<String> test(String column, Operator operator, Literal.Text literal, Parameters parameters) {
        String text = literal.normal();
        if (operator == Operator.EQ || operator == Operator.NE) {
            return Optional.of(column + " = " + parameters.add(KeyText.of(text)));
        }
        if (!KeyText.isWhole(text)) {
            return Optional.empty();
        }
        return switch (operator) {
            case SW -> TextRange.end(text).map(end -> between(column, text, end, parameters));
            case GT -> Optional.of(column + " > " + parameters.add(text));
            case GE -> Optional.of(column + " >= " + parameters.add(text));
            case LT -> Optional.of(column + " < " + parameters.add(text));
            case LE -> Optional.of(column + " <= " + parameters.add(text));
            case EQ, NE, CO, EW -> Optional.empty();
        };
    }

    private static String between(String column, String from, String end, Parameters parameters) {
        return "(" + column + " >= " + parameters.add(from) + " AND " + column + " < " + parameters.add(end) + ")";
    }
}
