package io.sluice.postgres.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.AttributePath;
import io.sluice.postgres.document.SearchValue;
import java.util.Optional;

/**
 * Equalities as a JSON document that the search document contains exactly when they hold; one GIN index over the search document
 * answers all of them.
 */
final class Contained {

    private Contained() {}

    /** {@code attribute eq literal}. */
    static JsonNode of(AttributePath path, Literal literal) {
        JsonNode leaf = value(literal);
        JsonNode value = path.subAttribute()
                .<JsonNode>map(sub -> JsonNodeFactory.instance.objectNode().set(sub.name(), leaf))
                .orElse(leaf);
        return placed(path, value);
    }

    /** {@code attribute[a eq x and b eq y]}; empty when the filter is anything else. */
    static Optional<JsonNode> of(Filter.Elements elements) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        return elements.path().attribute().isComplex() && describes(elements.filter(), element)
                ? Optional.of(placed(elements.path(), element))
                : Optional.empty();
    }

    private static boolean describes(Filter filter, ObjectNode element) {
        return switch (filter) {
            case Filter.And and -> and.terms().stream().allMatch(term -> describes(term, element));
            case Filter.Comparison comparison -> describes(comparison, element);
            case Filter.Or or -> false;
            case Filter.Not not -> false;
            case Filter.Present present -> false;
            case Filter.Elements elements -> false;
            case Filter.Constant constant -> false;
        };
    }

    private static boolean describes(Filter.Comparison comparison, ObjectNode element) {
        String name = comparison.path().leaf().name();
        if (comparison.operator() != Operator.EQ || element.has(name)) {
            return false;
        }
        element.set(name, value(comparison.literal()));
        return true;
    }

    private static JsonNode placed(AttributePath path, JsonNode value) {
        JsonNode inPlace = path.attribute().multiValued()
                ? JsonNodeFactory.instance.arrayNode().add(value)
                : value;
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        holder.set(path.attribute().name(), inPlace);
        return path.extension()
                .<JsonNode>map(urn -> JsonNodeFactory.instance.objectNode().set(urn, holder))
                .orElse(holder);
    }

    private static JsonNode value(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> TextNode.valueOf(text.normal());
            case Literal.Numeric numeric -> DecimalNode.valueOf(numeric.value());
            case Literal.Bool bool -> BooleanNode.valueOf(bool.value());
            case Literal.Time time -> DecimalNode.valueOf(SearchValue.seconds(time.value()));
        };
    }
}
