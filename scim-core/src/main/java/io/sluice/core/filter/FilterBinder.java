package io.sluice.core.filter;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.DerivedAttributes;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import io.sluice.core.schema.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Binds a filter to the schema of a resource type (RFC 7644 section 3.4.2.2):
 *
 * <ul>
 *   <li>An attribute that the type does not have is one without a value: comparisons with it are false, {@code ne} and
 *       {@code eq null} are true.
 *   <li>A complex attribute without a sub-attribute means its {@code value}.
 *   <li>{@code eq null} means {@code not pr}, {@code ne null} means {@code pr}.
 *   <li>Addresses that are made when an answer is written, such as {@code meta.location}, are refused.
 *   <li>What does not depend on the resource is reckoned now: a {@link Filter.Constant} stands alone or not at all.
 * </ul>
 *
 * <p>Wrong types, operators that an attribute does not know, and attributes that are never returned are a {@link ScimException}
 * with INVALID_FILTER.
 */
public final class FilterBinder {

    private static final Filter TRUE = new Filter.Constant(true);
    private static final Filter FALSE = new Filter.Constant(false);

    private final ResourceType type;
    private final Consumer<String> unknown;

    private FilterBinder(ResourceType type, Consumer<String> unknown) {
        this.type = type;
        this.unknown = unknown;
    }

    /**
     * @throws ScimException INVALID_FILTER
     */
    public static Filter bind(FilterExpression expression, ResourceType type) {
        return bind(expression, type, name -> {});
    }

    /**
     * @param unknown is told every name that the type does not have, and may refuse it
     * @throws ScimException INVALID_FILTER
     */
    public static Filter bind(FilterExpression expression, ResourceType type, Consumer<String> unknown) {
        FilterBinder binder = new FilterBinder(type, unknown);
        return binder.bind(expression, name -> AttributeResolver.resolve(type, name));
    }

    /** How a name is found: in the resource, or between brackets in the element. */
    @FunctionalInterface
    private interface Names {
        Optional<AttributePath> resolve(String name);
    }

    private Filter bind(FilterExpression expression, Names names) {
        return switch (expression) {
            case FilterExpression.And and -> and(bind(and.terms(), names));
            case FilterExpression.Or or -> or(bind(or.terms(), names));
            case FilterExpression.Not not -> not(bind(not.term(), names));
            case FilterExpression.Present present -> present(find(present.attribute(), names));
            case FilterExpression.Comparison comparison -> comparison(comparison, find(comparison.attribute(), names));
            case FilterExpression.ValuePath path -> elements(path.attribute(), path.filter());
            case FilterExpression.ValuePathTerm term ->
                elements(
                        term.path().attribute(),
                        new FilterExpression.And(List.of(term.path().filter(), term.term())));
        };
    }

    private List<Filter> bind(List<FilterExpression> expressions, Names names) {
        List<Filter> filters = new ArrayList<>(expressions.size());
        for (FilterExpression expression : expressions) {
            filters.add(bind(expression, names));
        }
        return filters;
    }

    private static Filter and(List<Filter> terms) {
        List<Filter> kept = new ArrayList<>(terms.size());
        for (Filter term : terms) {
            if (term.equals(FALSE)) {
                return FALSE;
            }
            if (term instanceof Filter.And nested) {
                kept.addAll(nested.terms());
            } else if (!term.equals(TRUE)) {
                kept.add(term);
            }
        }
        return kept.isEmpty() ? TRUE : kept.size() == 1 ? kept.getFirst() : new Filter.And(kept);
    }

    private static Filter or(List<Filter> terms) {
        List<Filter> kept = new ArrayList<>(terms.size());
        for (Filter term : terms) {
            if (term.equals(TRUE)) {
                return TRUE;
            }
            if (term instanceof Filter.Or nested) {
                kept.addAll(nested.terms());
            } else if (!term.equals(FALSE)) {
                kept.add(term);
            }
        }
        return kept.isEmpty() ? FALSE : kept.size() == 1 ? kept.getFirst() : new Filter.Or(kept);
    }

    private static Filter not(Filter term) {
        return switch (term) {
            case Filter.Constant constant -> constant.value() ? FALSE : TRUE;
            case Filter.Not not -> not.term();
            case Filter.And and -> new Filter.Not(and);
            case Filter.Or or -> new Filter.Not(or);
            case Filter.Comparison comparison -> new Filter.Not(comparison);
            case Filter.Present present -> new Filter.Not(present);
            case Filter.Elements elements -> new Filter.Not(elements);
        };
    }

    private Optional<AttributePath> find(String name, Names names) {
        Optional<AttributePath> path = names.resolve(name);
        path.ifPresentOrElse(FilterBinder::requireReadable, () -> unknown.accept(name));
        return path;
    }

    private static void requireReadable(AttributePath path) {
        if (path.attribute().returned() == Returned.NEVER || path.leaf().returned() == Returned.NEVER) {
            throw ScimException.of(
                    ErrorKind.INVALID_FILTER,
                    "The filter is wrong: " + path.text() + " is never returned and cannot be filtered on.");
        }
        if (DerivedAttributes.isManagerName(path)) {
            throw ScimException.of(
                    ErrorKind.INVALID_FILTER,
                    "The filter is wrong: " + path.text()
                            + " is looked up when an answer is written and cannot be filtered on; manager.value can.");
        }
        if (isAddress(path)) {
            throw ScimException.of(
                    ErrorKind.INVALID_FILTER,
                    "The filter is wrong: " + path.text()
                            + " depends on the address of the service and cannot be filtered on; an id can.");
        }
    }

    /** Addresses of resources are made when an answer is written; nobody stores them. */
    private static boolean isAddress(AttributePath path) {
        String name = path.leaf().name();
        boolean derived = path.leaf().mutability() != Mutability.READ_WRITE;
        return derived
                && path.subAttribute().isPresent()
                && (name.equals("$ref")
                        || (name.equals("location") && path.attribute().name().equals("meta")));
    }

    private static Filter present(Optional<AttributePath> path) {
        return path.<Filter>map(Filter.Present::new).orElse(FALSE);
    }

    private static Filter comparison(FilterExpression.Comparison comparison, Optional<AttributePath> path) {
        Operator operator = comparison.operator();
        if (comparison.value() instanceof FilterValue.Null && operator == Operator.EQ) {
            return not(present(path));
        }
        if (comparison.value() instanceof FilterValue.Null && operator == Operator.NE) {
            return present(path);
        }
        if (path.isEmpty()) {
            return operator == Operator.NE ? TRUE : FALSE;
        }
        AttributePath leaf = withValue(path.get());
        return new Filter.Comparison(leaf, operator, LiteralBinder.bind(leaf, operator, comparison.value()));
    }

    private static AttributePath withValue(AttributePath path) {
        if (!path.leaf().isComplex() || path.subAttribute().isPresent()) {
            return path;
        }
        Attribute value = path.attribute()
                .subAttribute("value")
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.INVALID_FILTER,
                        "The filter is wrong: " + path.text()
                                + " is complex and has no sub-attribute \"value\"; name the one to compare."));
        return new AttributePath(path.extension(), path.attribute(), Optional.of(value));
    }

    private Filter elements(String name, FilterExpression inner) {
        Optional<AttributePath> found = find(name, unbound -> AttributeResolver.resolve(type, unbound));
        if (found.isEmpty()) {
            return FALSE;
        }
        AttributePath path = found.get();
        if (path.subAttribute().isPresent()
                || !(path.attribute().isComplex() || path.attribute().multiValued())) {
            throw ScimException.of(
                    ErrorKind.INVALID_FILTER,
                    "The filter is wrong: " + path.text()
                            + " has no values with sub-attributes; brackets follow the name of a complex attribute.");
        }
        Filter filter = bind(inner, sub -> inElement(path, sub));
        return filter.equals(FALSE) ? FALSE : new Filter.Elements(path, filter);
    }

    /** The elements of a multi-valued attribute that is not complex go by the name {@code value} (RFC 7643 section 2.4). */
    private static Optional<AttributePath> inElement(AttributePath path, String name) {
        if (!path.attribute().isComplex()) {
            return Spelling.isSame(name, "value") ? Optional.of(path) : Optional.empty();
        }
        return path.attribute()
                .subAttribute(name)
                .map(sub -> new AttributePath(path.extension(), path.attribute(), Optional.of(sub)));
    }
}
