package io.sluice.postgres.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.filter.ComparisonForm;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.ResourceType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The document with every value in comparison form; same names, same structure. */
final class SearchDocument {

    private SearchDocument() {}

    static ObjectNode of(ObjectNode document, ResourceType type) {
        return object(
                document,
                name -> type.attribute(name).or(() -> type.extension(name).map(ResourceType.Extension::attribute)));
    }

    private static ObjectNode object(JsonNode object, Function<String, Optional<Attribute>> definitions) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Optional<Attribute> definition = definitions.apply(field.getKey());
            JsonNode value = field.getValue();
            // What the schema does not know any more is not searched for, and keeps its value.
            result.set(
                    field.getKey(), definition.map(known -> value(known, value)).orElse(value));
        }
        return result;
    }

    private static JsonNode value(Attribute definition, JsonNode value) {
        if (value.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> elements.add(single(definition, element)));
            return elements;
        }
        return single(definition, value);
    }

    private static JsonNode single(Attribute definition, JsonNode value) {
        return value.isObject()
                ? object(value, definition::subAttribute)
                : ComparisonForm.of(definition, value).map(SearchValue::of).orElse(value);
    }
}
