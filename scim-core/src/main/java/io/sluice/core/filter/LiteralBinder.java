package io.sluice.core.filter;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeType;

/** Checks that an operator fits an attribute's type and gives the value that type (RFC 7644 section 3.4.2.2, table 3). */
final class LiteralBinder {

    private final AttributePath path;
    private final Attribute leaf;

    private LiteralBinder(AttributePath path) {
        this.path = path;
        this.leaf = path.leaf();
    }

    static Literal bind(AttributePath path, Operator operator, FilterValue value) {
        LiteralBinder binder = new LiteralBinder(path);
        binder.requireFitting(operator);
        return binder.literal(value);
    }

    private void requireFitting(Operator operator) {
        boolean fits = switch (operator) {
            case EQ, NE -> true;
            case CO, SW, EW -> isText(leaf.type()) || leaf.type() == AttributeType.BINARY;
            case GT, GE, LT, LE -> leaf.type() != AttributeType.BOOLEAN && leaf.type() != AttributeType.BINARY;
        };
        if (!fits) {
            throw wrong("does not know the operator " + operator.keyword());
        }
    }

    private static boolean isText(AttributeType type) {
        return type == AttributeType.STRING || type == AttributeType.REFERENCE;
    }

    private Literal literal(FilterValue value) {
        return switch (value) {
            case FilterValue.Text text -> ofText(text.value());
            case FilterValue.Unquoted word -> ofText(word.value());
            case FilterValue.Numeric numeric -> ofNumber(numeric);
            case FilterValue.Bool bool -> ofBool(bool);
            case FilterValue.Null nothing -> throw wrong("compares with null by eq and ne only");
        };
    }

    private Literal ofText(String text) {
        return switch (leaf.type()) {
            case STRING, REFERENCE, BINARY ->
                new Literal.Text(text, ComparisonForm.text(leaf, text).value());
            case DATE_TIME -> DateTimeText.read(text).map(Literal.Time::new).orElseThrow(this::wrongType);
            case BOOLEAN, DECIMAL, INTEGER, COMPLEX -> throw wrongType();
        };
    }

    private Literal ofNumber(FilterValue.Numeric numeric) {
        if (leaf.type() != AttributeType.INTEGER && leaf.type() != AttributeType.DECIMAL) {
            throw wrongType();
        }
        return new Literal.Numeric(numeric.value().stripTrailingZeros());
    }

    private Literal ofBool(FilterValue.Bool bool) {
        if (leaf.type() != AttributeType.BOOLEAN) {
            throw wrongType();
        }
        return new Literal.Bool(bool.value());
    }

    private ScimException wrongType() {
        return wrong(
                switch (leaf.type()) {
                    case STRING, REFERENCE, BINARY -> "compares with a string in double quotes";
                    case BOOLEAN -> "compares with true or false, without quotes";
                    case DECIMAL, INTEGER -> "compares with a number, without quotes";
                    case DATE_TIME -> "compares with a dateTime in double quotes, such as \"2011-05-13T04:42:34Z\"";
                    case COMPLEX -> "has no value to compare; name one of its sub-attributes";
                });
    }

    private ScimException wrong(String reason) {
        return ScimException.of(
                ErrorKind.INVALID_FILTER,
                "The filter is wrong: " + path.text() + " is of type "
                        + leaf.type().text() + " and " + reason + ".");
    }
}
