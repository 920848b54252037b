package io.sluice.postgres.search;

import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.ResourceType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bound filter as a condition on the row known as {@code r}, with the meaning that
 * {@link io.sluice.core.resource.FilterEvaluator} gives it.
 *
 * <p>A test of an absent value is null in SQL. Null counts as false: {@code AND} and {@code OR} keep it so, and negation is
 * written {@code IS NOT TRUE}, which makes it true.
 */
final class FilterSql {

    private final JsonSource source;
    private final IndexedTests indexed;
    private final Parameters parameters;
    private int elements;

    FilterSql(ResourceType type, Parameters parameters, Scope scope) {
        this.source = new JsonSource(type);
        this.indexed = new IndexedTests(type, parameters, scope);
        this.parameters = parameters;
    }

    String condition(Filter filter) {
        return switch (filter) {
            case Filter.And and -> joined(and.terms(), " AND ");
            case Filter.Or or -> joined(or.terms(), " OR ");
            case Filter.Not not -> negated(condition(not.term()));
            case Filter.Constant constant -> constant(constant);
            case Filter.Present present -> indexed.present(present.path()).orElseGet(() -> present(present));
            case Filter.Comparison comparison -> comparison(comparison);
            case Filter.Elements some -> elements(some);
        };
    }

    private String joined(List<Filter> terms, String operator) {
        return terms.stream().map(this::condition).collect(Collectors.joining(operator, "(", ")"));
    }

    private static String negated(String condition) {
        return "(" + condition + ") IS NOT TRUE";
    }

    private static String constant(Filter.Constant constant) {
        return constant.value() ? "TRUE" : "FALSE";
    }

    private String comparison(Filter.Comparison comparison) {
        Operator operator = comparison.operator() == Operator.NE ? Operator.EQ : comparison.operator();
        Filter.Comparison positive = new Filter.Comparison(comparison.path(), operator, comparison.literal());
        String test = indexed.test(positive).orElseGet(() -> test(positive));
        return comparison.operator() == Operator.NE ? negated(test) : test;
    }

    private String elements(Filter.Elements some) {
        return indexed.test(some)
                .orElseGet(() -> indexed.hint(some)
                        .map(hint -> "(" + hint + " AND " + inElements(some) + ")")
                        .orElseGet(() -> inElements(some)));
    }

    private String inElements(Filter.Elements some) {
        String value = source.of(some.path());
        return some.path().attribute().multiValued()
                ? anyElement(value, element -> inElement(some.filter(), element))
                : "(" + value + " IS NOT NULL AND " + inElement(some.filter(), value) + ")";
    }

    /** The condition on one element: every path in it names a part of that element. */
    private String inElement(Filter filter, String element) {
        return switch (filter) {
            case Filter.And and ->
                and.terms().stream()
                        .map(term -> inElement(term, element))
                        .collect(Collectors.joining(" AND ", "(", ")"));
            case Filter.Or or ->
                or.terms().stream().map(term -> inElement(term, element)).collect(Collectors.joining(" OR ", "(", ")"));
            case Filter.Not not -> negated(inElement(not.term(), element));
            case Filter.Constant constant -> constant(constant);
            case Filter.Present present ->
                JsonTest.present(JsonSource.leaf(element, present.path().subAttribute()));
            case Filter.Comparison comparison -> inElement(comparison, element);
            case Filter.Elements nested ->
                throw new IllegalStateException("The grammar has no brackets within brackets");
        };
    }

    private String inElement(Filter.Comparison comparison, String element) {
        String leaf = JsonSource.leaf(element, comparison.path().subAttribute());
        String test = JsonTest.of(leaf, comparison.operator(), comparison.literal(), parameters);
        return comparison.operator() == Operator.NE ? negated(test) : test;
    }

    private String present(Filter.Present present) {
        String value = source.of(present.path());
        return present.path().subAttribute().isPresent()
                        && present.path().attribute().multiValued()
                ? anyElement(
                        value,
                        element -> JsonTest.present(
                                JsonSource.leaf(element, present.path().subAttribute())))
                : JsonTest.present(JsonSource.leaf(value, present.path().subAttribute()));
    }

    private String test(Filter.Comparison comparison) {
        String value = source.of(comparison.path());
        return comparison.path().attribute().multiValued()
                ? anyElement(value, element -> inElement(comparison, element))
                : inElement(comparison, value);
    }

    private interface OnElement {
        String condition(String element);
    }

    /** In the path's lax mode a single value counts as a list of one. */
    private String anyElement(String list, OnElement test) {
        String element = "e" + ++elements + ".v";
        String name = "e" + elements + " (v)";
        return "EXISTS (SELECT FROM jsonb_path_query(" + list + ", '$[*]') AS " + name + " WHERE "
                + test.condition(element) + ")";
    }
}
