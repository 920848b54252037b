package io.sluice.core.filter;

import io.sluice.core.schema.AttributePath;
import java.util.List;

/**
 * A filter whose names have been bound to a schema: what a backend translates or evaluates.
 *
 * <p>Meaning (the evaluator is the reference):
 *
 * <ul>
 *   <li>A comparison on a multi-valued attribute holds if it holds for any of its values (RFC 7644 section 3.4.2.2).
 *   <li>{@code ne} is the negation of {@code eq}: it holds for an absent attribute, and for a multi-valued one when no value
 *       equals.
 *   <li>Every other operator is false on an absent attribute.
 *   <li>{@code not} is two-valued negation.
 *   <li>{@code eq null} and {@code ne null} do not occur here: they have become {@code not pr} and {@code pr}.
 * </ul>
 */
public sealed interface Filter {

    /** All terms hold; at least two terms. */
    record And(List<Filter> terms) implements Filter {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** Any term holds; at least two terms. */
    record Or(List<Filter> terms) implements Filter {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(Filter term) implements Filter {}

    /** The operator has been checked to fit the attribute's type, and the literal has that type. */
    record Comparison(AttributePath path, Operator operator, Literal literal) implements Filter {}

    /** {@code pr}: the attribute has a non-empty value. */
    record Present(AttributePath path) implements Filter {}

    /**
     * A value path such as {@code emails[type eq "work" and value co "@x"]}: some single element satisfies the whole filter.
     *
     * @param path the complex or multi-valued attribute, no sub-attribute
     * @param filter every path in it names a sub-attribute of {@code path} and is judged on one and the same element; for a
     *     multi-valued attribute that is not complex, the path is that attribute itself and means the element
     */
    record Elements(AttributePath path, Filter filter) implements Filter {}

    /**
     * A term that does not depend on the resource: what an attribute unknown to this resource type becomes. The binder leaves
     * one only where it stands alone: as a whole filter, or as the whole filter of an {@link Elements}.
     */
    record Constant(boolean value) implements Filter {}
}
