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
            case CO -> expression + " LIKE " + parameters.add("%" + escaped(text) + "%");
            case SW -> expression + " LIKE " + parameters.add(escaped(text) + "%");
            case EW -> expression + " LIKE " + parameters.add("%" + escaped(text));
            case GT -> ordered(expression, ">", parameters.add(text));
            case GE -> ordered(expression, ">=", parameters.add(text));
            case LT -> ordered(expression, "<", parameters.add(text));
            case LE -> ordered(expression, "<=", parameters.add(text));
        };
    }

    private static String ordered(String expression, String comparison, String parameter) {
        return "(" + expression + ") COLLATE \"C\" " + comparison + " " + parameter;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
