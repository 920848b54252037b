package io.sluice.core.filter;

import java.util.List;

/**
 * A filter as it was written (RFC 7644 section 3.4.2.2), its names not yet bound to a schema. {@link #text} gives a text that
 * parses to an equal expression.
 */
public sealed interface FilterExpression {

    /** At least two terms. A term that is an {@code And} itself stood in parentheses. */
    record And(List<FilterExpression> terms) implements FilterExpression {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** At least two terms. A term that is an {@code Or} itself stood in parentheses. */
    record Or(List<FilterExpression> terms) implements FilterExpression {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(FilterExpression term) implements FilterExpression {}

    /**
     * @param attribute as written, perhaps with URN and sub-attribute
     */
    record Comparison(String attribute, Operator operator, FilterValue value) implements FilterExpression {

        private Comparison quoted() {
            return value instanceof FilterValue.Unquoted word
                    ? new Comparison(attribute, operator, new FilterValue.Text(word.value()))
                    : this;
        }
    }

    /** {@code attribute pr}. */
    record Present(String attribute) implements FilterExpression {}

    /**
     * {@code attribute[filter]}.
     *
     * @param filter holds no other value path
     */
    record ValuePath(String attribute, FilterExpression filter) implements FilterExpression {}

    /**
     * {@link FilterTolerance#SUB_ATTRIBUTE_AFTER_BRACKETS}: {@code attribute[filter].sub eq value}.
     *
     * @param term a {@link Comparison} or {@link Present} of the sub-attribute
     */
    record ValuePathTerm(ValuePath path, FilterExpression term) implements FilterExpression {}

    /** The canonical text: one space between words, operators in lower case, no parentheses without need. */
    default String text() {
        return FilterText.of(this);
    }

    /** The same filter in the grammar of the RFC: what was tolerated is written as it should have been. */
    default FilterExpression standard() {
        return switch (this) {
            case And and ->
                new And(and.terms.stream().map(FilterExpression::standard).toList());
            case Or or ->
                new Or(or.terms.stream().map(FilterExpression::standard).toList());
            case Not not -> new Not(not.term.standard());
            case Comparison comparison -> comparison.quoted();
            case Present present -> present;
            case ValuePath path -> new ValuePath(path.attribute, path.filter.standard());
            case ValuePathTerm term ->
                new ValuePath(term.path.attribute, new And(List.of(term.path.filter.standard(), term.term.standard())));
        };
    }
}
