package io.sluice.core.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.resource.Schemas;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.Spelling;
import java.util.Map;
import java.util.Optional;

/** Rewrites values by the definitions of their attributes; what no rule covers stays as it is. */
final class ValueRewriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VALUE = "value";

    private final Tolerance tolerance;
    private final KeyRule keys;
    private final ScalarRewriter scalars;

    ValueRewriter(Tolerance tolerance) {
        this.tolerance = tolerance;
        this.keys = new KeyRule(tolerance);
        this.scalars = new ScalarRewriter(tolerance);
    }

    /** A whole resource. */
    JsonNode resource(JsonNode body) {
        if (!body.isObject()) {
            return body;
        }
        ObjectNode rewritten = object(tolerance.type().document(), body);
        completeSchemas(rewritten);
        return rewritten;
    }

    /** All that an attribute holds. */
    JsonNode value(Attribute attribute, JsonNode value) {
        if (value.isNull() || attribute.mutability() == Mutability.READ_ONLY) {
            return value;
        }
        if (attribute.multiValued()) {
            return many(attribute, value);
        }
        // An empty list is no answer to a question with two answers: whether somebody is active is not guessed.
        int fewest = attribute.type() == AttributeType.BOOLEAN ? 1 : 0;
        if (value.isArray()
                && value.size() >= fewest
                && value.size() <= 1
                && tolerance.allows(DialectRule.ARRAY_OF_ONE)) {
            return value.isEmpty() ? NullNode.getInstance() : element(attribute, value.get(0));
        }
        return element(attribute, value);
    }

    /** One value of an attribute. */
    JsonNode element(Attribute attribute, JsonNode value) {
        if (!attribute.isComplex()) {
            return scalars.rewrite(attribute, value);
        }
        if (value.isObject()) {
            return object(attribute, value);
        }
        Optional<Attribute> meant = attribute.subAttribute(VALUE);
        if (value.isValueNode() && !value.isNull() && meant.isPresent()) {
            return bare(meant.get(), value);
        }
        return value;
    }

    /** An object of attributes: the resource, an extension or a complex value. */
    ObjectNode object(Attribute definition, JsonNode object) {
        MergedObject rewritten = new MergedObject();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            put(definition, field.getKey(), field.getValue(), rewritten);
        }
        return rewritten.fields();
    }

    private void put(Attribute definition, String key, JsonNode value, MergedObject rewritten) {
        switch (keys.meaning(definition, key)) {
            case KeyRule.Direct direct -> rewritten.put(direct.attribute().name(), known(direct.attribute(), value));
            case KeyRule.Inside inside -> {
                ObjectNode rest = JSON.objectNode().set(inside.rest(), value);
                rewritten.merge(inside.attribute().name(), object(inside.attribute(), rest));
            }
            case KeyRule.Unknown unknown -> {
                if (!tolerance.allows(DialectRule.UNKNOWN_ATTRIBUTE)) {
                    rewritten.put(key, value);
                }
            }
        }
    }

    private JsonNode known(Attribute attribute, JsonNode value) {
        return attribute.name().equals(Schemas.NAME) ? knownSchemas(value) : value(attribute, value);
    }

    private JsonNode many(Attribute attribute, JsonNode value) {
        if (value.isArray()) {
            ArrayNode rewritten = JSON.arrayNode(value.size());
            value.forEach(element -> rewritten.add(element(attribute, element)));
            return rewritten;
        }
        if (scalars.isEmptyString(attribute, value)) {
            return NullNode.getInstance();
        }
        return tolerance.allows(DialectRule.SINGLE_FOR_MANY) ? JSON.arrayNode().add(element(attribute, value)) : value;
    }

    private JsonNode bare(Attribute meant, JsonNode value) {
        if (scalars.isEmptyString(meant, value)) {
            return NullNode.getInstance();
        }
        return tolerance.allows(DialectRule.BARE_VALUE)
                ? JSON.objectNode().set(meant.name(), scalars.rewrite(meant, value))
                : value;
    }

    private JsonNode knownSchemas(JsonNode schemas) {
        if (!schemas.isArray()) {
            return schemas.isTextual() && tolerance.allows(DialectRule.SINGLE_FOR_MANY)
                    ? knownSchemas(JSON.arrayNode().add(schemas))
                    : schemas;
        }
        ArrayNode known = JSON.arrayNode(schemas.size());
        for (JsonNode urn : schemas) {
            if (!urn.isTextual()
                    || Schemas.isKnown(urn.textValue(), tolerance.type())
                    || !tolerance.allows(DialectRule.FOREIGN_SCHEMA)) {
                known.add(urn);
            }
        }
        return known;
    }

    private void completeSchemas(ObjectNode resource) {
        String core = tolerance.type().core().id();
        JsonNode schemas = resource.path(Schemas.NAME);
        boolean named = schemas.valueStream().anyMatch(urn -> Spelling.isSame(core, urn.asText()));
        boolean readable = schemas.isArray() || schemas.isMissingNode() || schemas.isNull();
        if (!named && readable && tolerance.allows(DialectRule.MISSING_SCHEMA)) {
            ArrayNode completed = JSON.arrayNode().add(core);
            schemas.forEach(completed::add);
            resource.set(Schemas.NAME, completed);
        }
    }
}
