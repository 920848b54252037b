package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.json.NumberNodes;
import io.sluice.core.resource.Primary;
import java.util.Optional;
import java.util.Set;

/**
 * The element that a filter describes when it consists of {@code eq} terms joined by {@code and}.
 *
 * @param element the sub-attributes with the values that the filter asks for
 */
record Description(ObjectNode element) {

    private static final Set<String> LABELS = Set.of("type", Primary.NAME);

    /** Empty when the filter leaves open what the element would be. */
    static Optional<Description> of(Filter filter) {
        Description description = new Description(JsonNodeFactory.instance.objectNode());
        return description.take(filter) ? Optional.of(description) : Optional.empty();
    }

    /** Whether it only says which of the values is meant ({@code type}, {@code primary}) and nothing of its content. */
    boolean isLabel() {
        return element.propertyStream().allMatch(field -> LABELS.contains(field.getKey()));
    }

    /** Gives an object what it lacks of this element. */
    void complete(ObjectNode object) {
        element.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
    }

    private boolean take(Filter filter) {
        return switch (filter) {
            case Filter.And and -> and.terms().stream().allMatch(this::take);
            case Filter.Comparison comparison -> comparison.operator() == Operator.EQ && take(comparison);
            case Filter.Elements elements -> false;
            case Filter.Or or -> false;
            case Filter.Not not -> false;
            case Filter.Present present -> false;
            case Filter.Constant constant -> false;
        };
    }

    private boolean take(Filter.Comparison comparison) {
        element.set(comparison.path().leaf().name(), json(comparison.literal()));
        return comparison.path().subAttribute().isPresent();
    }

    private static JsonNode json(Literal literal) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (literal) {
            case Literal.Text text -> json.textNode(text.exact());
            case Literal.Numeric numeric -> NumberNodes.of(numeric.value());
            case Literal.Bool bool -> json.booleanNode(bool.value());
            case Literal.Time time -> json.textNode(time.value().toString());
        };
    }
}
