package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.AttributePath;
import java.util.function.Predicate;

/** What a bound filter means: the reference for every backend (see {@link Filter}). */
public final class FilterEvaluator {

    private FilterEvaluator() {}

    /** Whether the filter selects the resource. */
    public static boolean matches(Filter filter, ResourceView resource) {
        return holds(filter, resource::attribute);
    }

    /**
     * Whether the filter of a {@link Filter.Elements} selects one element of its attribute.
     *
     * @param element an element of the array, or the value itself of a complex attribute with one value
     */
    public static boolean matchesElement(Filter filter, JsonNode element) {
        return holds(filter, path -> element);
    }

    /** Finds the value of a path's attribute, sub-attribute not regarded; a missing node when there is none. */
    @FunctionalInterface
    private interface Values {
        JsonNode of(AttributePath path);
    }

    private static boolean holds(Filter filter, Values values) {
        return switch (filter) {
            case Filter.And and -> and.terms().stream().allMatch(term -> holds(term, values));
            case Filter.Or or -> or.terms().stream().anyMatch(term -> holds(term, values));
            case Filter.Not not -> !holds(not.term(), values);
            case Filter.Constant constant -> constant.value();
            case Filter.Present present -> any(values.of(present.path()), present.path(), FilterEvaluator::isPresent);
            case Filter.Comparison comparison -> holds(comparison, values);
            case Filter.Elements elements ->
                any(values.of(elements.path()), element -> matchesElement(elements.filter(), element));
        };
    }

    private static boolean holds(Filter.Comparison comparison, Values values) {
        AttributePath path = comparison.path();
        LiteralTest test = new LiteralTest(path.leaf(), comparison.operator(), comparison.literal());
        boolean found = any(values.of(path), path, test);
        return comparison.operator() == Operator.NE ? !found : found;
    }

    /** Any value of the path, or of its sub-attribute in any element. */
    private static boolean any(JsonNode attribute, AttributePath path, Predicate<JsonNode> test) {
        return path.subAttribute()
                .map(sub -> any(attribute, element -> any(element.path(sub.name()), test)))
                .orElseGet(() -> any(attribute, test));
    }

    private static boolean any(JsonNode value, Predicate<JsonNode> test) {
        if (!value.isArray()) {
            return !value.isMissingNode() && !value.isNull() && test.test(value);
        }
        for (JsonNode element : value) {
            if (test.test(element)) {
                return true;
            }
        }
        return false;
    }

    /** "A non-empty or non-null value, or a non-empty node for complex attributes" (RFC 7644 table 3). */
    private static boolean isPresent(JsonNode value) {
        if (value.isContainerNode()) {
            for (JsonNode part : value) {
                if (isPresent(part)) {
                    return true;
                }
            }
            return false;
        }
        return !value.isNull() && !(value.isTextual() && value.textValue().isEmpty());
    }
}
