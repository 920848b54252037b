package io.sluice.postgres.search;

import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;

/** Compares an expression of type text. */
final class TextTest {

    private TextTest() {}

    /** For EQ, CO, SW, EW and the orders; NE is a negation and never comes here. */
    static String of(String expression, Operator operator, Literal.Text literal, Parameters parameters) {
        String text = literal.normal();
        return switch (operator) {
            case EQ, NE -> expression + " = " + parameters.add(text);
            case CO -> contains(expression, text, parameters);
            case SW -> expression + " LIKE " + parameters.add(escaped(text) + "%");
            case EW -> expression + " LIKE " + parameters.add("%" + escaped(text));
            case GT -> ordered(expression, ">", parameters.add(text));
            case GE -> ordered(expression, ">=", parameters.add(text));
            case LT -> ordered(expression, "<", parameters.add(text));
            case LE -> ordered(expression, "<=", parameters.add(text));
        };
    }

    /** A trigram index would be read from end to end for a text that it cannot narrow; this form keeps it out of the plan. */
    private static String contains(String expression, String text, Parameters parameters) {
        return TrigramIndexes.canNarrow(text)
                ? expression + " LIKE " + parameters.add("%" + escaped(text) + "%")
                : "strpos(" + expression + ", " + parameters.add(text) + ") > 0";
    }

    private static String ordered(String expression, String comparison, String parameter) {
        return "(" + expression + ") COLLATE \"C\" " + comparison + " " + parameter;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
