package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.json.JsonKind;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.Mutability;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a JSON value against the definition of its attribute and gives it the schema's form: names spelled as the schema
 * spells them, sub-attributes that are readOnly dropped, nulls, empty arrays and empty objects dropped, equal elements once.
 * What was sent is never modified.
 *
 * <p>A resource as a whole is read as {@code ResourceType.document()}; there is one rule for every level of nesting.
 */
public final class ValueReader {

    private ValueReader() {}

    /**
     * @param path names the value in errors
     * @return empty when the value means "unassigned" (RFC 7643 section 2.5)
     * @throws ScimException INVALID_VALUE for a wrong type, INVALID_SYNTAX for an unknown or repeated name
     */
    public static Optional<JsonNode> read(Attribute attribute, String path, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        return attribute.multiValued() ? elements(attribute, path, value) : element(attribute, path, value);
    }

    /** As {@link #read}, but of a multi-valued attribute one element. */
    public static Optional<JsonNode> element(Attribute attribute, String path, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (attribute.isComplex()) {
            return Optional.<JsonNode>of(object(attribute, path, value)).filter(object -> !object.isEmpty());
        }
        ScalarRule.check(attribute, path, value);
        return Optional.of(value);
    }

    /** The path of what an object holds under that name; after the URN of an extension stands a colon. */
    public static String join(Attribute object, String path, String name) {
        if (path.isEmpty()) {
            return name;
        }
        return path + (object.name().indexOf(':') < 0 ? "." : ":") + name;
    }

    private static Optional<JsonNode> elements(Attribute attribute, String path, JsonNode value) {
        if (!value.isArray()) {
            throw invalid("%s has many values and must be an array, not %s".formatted(path, JsonKind.of(value)));
        }
        Set<JsonNode> distinct = LinkedHashSet.newLinkedHashSet(value.size());
        for (int i = 0; i < value.size(); i++) {
            element(attribute, path + "[" + i + "]", value.get(i)).ifPresent(distinct::add);
        }
        if (Primary.count(distinct) > 1) {
            throw invalid(path + " has more than one value with primary true; at most one may be");
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode(distinct.size()).addAll(distinct);
        return Optional.<JsonNode>of(array).filter(elements -> !elements.isEmpty());
    }

    private static ObjectNode object(Attribute attribute, String path, JsonNode value) {
        if (!value.isObject()) {
            throw invalid("%s must be an object, not %s".formatted(named(path), JsonKind.of(value)));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Set<String> seen = HashSet.newHashSet(value.size());
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            Attribute definition =
                    attribute.subAttribute(field.getKey()).orElseThrow(() -> unknown(path, field.getKey()));
            String fieldPath = join(attribute, path, definition.name());
            if (!seen.add(definition.name())) {
                throw syntax(fieldPath + " is there twice, in different case");
            }
            if (definition.mutability() != Mutability.READ_ONLY) {
                read(definition, fieldPath, field.getValue()).ifPresent(read -> object.set(definition.name(), read));
            }
        }
        return object;
    }

    private static String named(String path) {
        return path.isEmpty() ? "The resource" : path;
    }

    private static ScimException unknown(String path, String name) {
        return syntax("%s has no attribute %s".formatted(named(path), Excerpt.of(name)));
    }

    private static ScimException syntax(String detail) {
        return ScimException.of(ErrorKind.INVALID_SYNTAX, detail);
    }

    private static ScimException invalid(String detail) {
        return ScimException.of(ErrorKind.INVALID_VALUE, detail);
    }
}
