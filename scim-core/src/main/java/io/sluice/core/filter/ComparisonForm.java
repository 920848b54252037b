package io.sluice.core.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The normal form of a value, in which it is compared and ordered: two values are equal if their forms are. Filters, sorting
 * and what backends store for comparison use this form, so that all agree. Forms of one attribute are of one kind; the order
 * between kinds is the order of their declaration and means nothing.
 */
public sealed interface ComparisonForm extends Comparable<ComparisonForm> {

    /**
     * A string, reference or binary.
     *
     * @param value folded by {@link CaseFolding} unless the attribute is caseExact; ordered by code point
     */
    record Text(String value) implements ComparisonForm {}

    /**
     * An integer or decimal.
     *
     * @param value without zeros at its end, so that 1.0 and 1 are equal
     */
    record Numeric(BigDecimal value) implements ComparisonForm {
        public Numeric {
            value = value.stripTrailingZeros();
        }
    }

    /** False comes before true. */
    record Bool(boolean value) implements ComparisonForm {}

    record Time(Instant value) implements ComparisonForm {}

    /**
     * The form of one value, which is no array and no object.
     *
     * @param definition of the attribute or sub-attribute whose value it is
     * @return empty when there is no value, or it has not the attribute's type
     */
    static Optional<ComparisonForm> of(Attribute definition, JsonNode value) {
        return switch (definition.type()) {
            case STRING, REFERENCE, BINARY ->
                value.isTextual() ? Optional.of(text(definition, value.textValue())) : Optional.empty();
            case BOOLEAN -> value.isBoolean() ? Optional.of(new Bool(value.booleanValue())) : Optional.empty();
            case INTEGER, DECIMAL ->
                value.isNumber() ? Optional.of(new Numeric(value.decimalValue())) : Optional.empty();
            case DATE_TIME ->
                value.isTextual() ? DateTimeText.read(value.textValue()).map(Time::new) : Optional.empty();
            case COMPLEX -> Optional.empty();
        };
    }

    /** The form of a text for an attribute: binary values compare exactly whatever their definition says. */
    static Text text(Attribute definition, String value) {
        boolean exact = definition.caseExact() || definition.type() == AttributeType.BINARY;
        return new Text(exact ? value : CaseFolding.fold(value));
    }

    @Override
    default int compareTo(ComparisonForm other) {
        if (this instanceof Text left && other instanceof Text right) {
            return CaseFolding.CODE_POINT_ORDER.compare(left.value, right.value);
        }
        if (this instanceof Numeric left && other instanceof Numeric right) {
            return left.value.compareTo(right.value);
        }
        if (this instanceof Bool left && other instanceof Bool right) {
            return Boolean.compare(left.value, right.value);
        }
        if (this instanceof Time left && other instanceof Time right) {
            return left.value.compareTo(right.value);
        }
        return Integer.compare(kind(), other.kind());
    }

    private int kind() {
        return switch (this) {
            case Text text -> 0;
            case Numeric numeric -> 1;
            case Bool bool -> 2;
            case Time time -> 3;
        };
    }
}
