package io.sluice.postgres.search;

import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.postgres.document.SearchValue;

/** Compares an expression of type jsonb that is one value in comparison form. */
final class JsonTest {

    /** Any leaf that is neither null nor the empty text; a comparison with a text is unknown for a number, not true. */
    private static final String NON_EMPTY = "'$.** ? (@.type() == \"number\" || @.type() == \"boolean\""
            + " || (@.type() == \"string\" && @ != \"\"))'";

    private JsonTest() {}

    static String of(String value, Operator operator, Literal literal, Parameters parameters) {
        return switch (literal) {
            case Literal.Text text -> TextTest.of(text(value), operator, text, parameters);
            case Literal.Numeric numeric -> number(value, operator, parameters.add(numeric.value()));
            case Literal.Time time -> number(value, operator, parameters.add(SearchValue.seconds(time.value())));
            case Literal.Bool bool -> value + " = to_jsonb(" + parameters.add(bool.value()) + "::boolean)";
        };
    }

    /** The text that a value is. */
    static String text(String value) {
        return "(" + value + " #>> '{}')";
    }

    static String present(String value) {
        return "jsonb_path_exists(" + value + ", " + NON_EMPTY + ")";
    }

    /** A value that was stored when the attribute had another type is not compared. */
    private static String number(String value, Operator operator, String parameter) {
        String number = "CASE WHEN jsonb_typeof(" + value + ") = 'number' THEN (" + value + ")::numeric END";
        return "(" + number + ") " + symbol(operator) + " " + parameter + "::numeric";
    }

    private static String symbol(Operator operator) {
        return switch (operator) {
            case EQ, NE -> "=";
            case GT -> ">";
            case GE -> ">=";
            case LT -> "<";
            case LE -> "<=";
            case CO, SW, EW -> throw new IllegalStateException("The binder lets no substring of a number through");
        };
    }
}
