package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.json.JsonKind;
import io.sluice.core.patch.PatchExpression.Kind;
import io.sluice.core.resource.Schemas;
import io.sluice.core.resource.Secret;
import io.sluice.core.resource.ValueReader;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds operations without a filter. Resource, extension and complex attribute are split by one and the same rule. */
final class WholeBinder {

    private static final String PASSWORD = "password";

    private final ResourceType type;
    private final PlanBuilder plan;

    WholeBinder(ResourceType type, PlanBuilder plan) {
        this.type = type;
        this.plan = plan;
    }

    /** An operation on the resource itself. */
    void bindResource(Kind kind, JsonNode value) {
        for (Map.Entry<Attribute, JsonNode> field : fields(type.document(), "", value)) {
            bind(kind, AttributePath.of(field.getKey()), field.getValue());
        }
    }

    void bind(Kind kind, AttributePath path, JsonNode value) {
        checkWritable(path);
        if (isSchemas(path)) {
            checkSchemas(kind, value);
        } else if (isPassword(path)) {
            password(value);
        } else if (MemberBinder.isMembers(type, path)) {
            MemberBinder.whole(kind, path, value).ifPresent(plan::add);
        } else if (isObject(path) && kind != Kind.REMOVE && !value.isNull()) {
            split(kind, path, value);
        } else if (isExtension(path)) {
            path.attribute().subAttributes().forEach(attribute -> bindInside(Kind.REMOVE, path, attribute, value));
        } else {
            operation(kind, path, value).ifPresent(plan::add);
        }
    }

    /** readOnly inside a value is ignored as in POST; named by a path it is an error. */
    private void split(Kind kind, AttributePath path, JsonNode value) {
        if (!value.isObject()) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE, "%s must be an object, not %s".formatted(path.text(), JsonKind.of(value)));
        }
        List<Attribute> order = path.leaf().subAttributes();
        // In the schema's order, in which a value comes before the $ref that belongs to it.
        fields(path.attribute(), path.text(), value).stream()
                .sorted(Comparator.comparingInt(field -> order.indexOf(field.getKey())))
                .forEach(field -> bindInside(kind, path, field.getKey(), field.getValue()));
    }

    private void bindInside(Kind kind, AttributePath path, Attribute attribute, JsonNode value) {
        if (attribute.mutability() != Mutability.READ_ONLY) {
            AttributePath inside = isExtension(path)
                    ? new AttributePath(Optional.of(path.attribute().name()), attribute, Optional.empty())
                    : new AttributePath(path.extension(), path.attribute(), Optional.of(attribute));
            bind(kind, inside, value);
        }
    }

    private static Optional<PatchOperation> operation(Kind kind, AttributePath path, JsonNode value) {
        PatchTarget target = new PatchTarget.Whole(path);
        Optional<JsonNode> normal = kind == Kind.REMOVE
                ? Optional.empty()
                : ValueReader.read(path.leaf(), path.text(), listed(path, value));
        return Operations.of(kind, target, normal);
    }

    /** One value for a multi-valued attribute is a list of one. */
    static JsonNode listed(AttributePath path, JsonNode value) {
        return path.leaf().multiValued() && !value.isArray() && !value.isNull()
                ? JsonNodeFactory.instance.arrayNode().add(value)
                : value;
    }

    static void checkWritable(AttributePath path) {
        boolean readOnly = path.attribute().mutability() == Mutability.READ_ONLY
                || path.leaf().mutability() == Mutability.READ_ONLY;
        if (readOnly && !isSchemas(path)) {
            throw ScimException.of(ErrorKind.MUTABILITY, path.text() + " is readOnly; leave it out");
        }
    }

    private void checkSchemas(Kind kind, JsonNode value) {
        if (kind == Kind.REMOVE || value.isNull()) {
            throw ScimException.of(ErrorKind.MUTABILITY, "schemas is required and cannot be removed");
        }
        // Nothing to do: schemas follows from the data.
        (value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value))
                .forEach(urn -> Schemas.checkUrn(urn, type));
    }

    private void password(JsonNode value) {
        if (!value.isNull() && !value.isTextual()) {
            throw ScimException.of(ErrorKind.INVALID_VALUE, "password must be a string");
        }
        Optional.ofNullable(value.textValue()).map(Secret::new).ifPresent(plan::password);
    }

    private boolean isPassword(AttributePath path) {
        return type.isUser()
                && path.extension().isEmpty()
                && path.attribute().name().equals(PASSWORD);
    }

    private static boolean isSchemas(AttributePath path) {
        return path.extension().isEmpty() && path.attribute().name().equals(Schemas.NAME);
    }

    private static boolean isObject(AttributePath path) {
        return path.leaf().isComplex() && !path.leaf().multiValued();
    }

    private static boolean isExtension(AttributePath path) {
        return path.extension().isEmpty() && path.attribute().name().indexOf(':') >= 0;
    }

    /** The same attribute twice would leave it to chance which value wins. */
    private static List<Map.Entry<Attribute, JsonNode>> fields(Attribute object, String path, JsonNode value) {
        List<Map.Entry<Attribute, JsonNode>> fields = new ArrayList<>(value.size());
        Set<String> seen = HashSet.newHashSet(value.size());
        for (Map.Entry<String, JsonNode> sent : value.properties()) {
            Attribute attribute = field(object, path, sent.getKey());
            if (!seen.add(attribute.name())) {
                throw ScimException.of(
                        ErrorKind.INVALID_SYNTAX,
                        "%s is there twice, in different case"
                                .formatted(ValueReader.join(object, path, attribute.name())));
            }
            fields.add(Map.entry(attribute, sent.getValue()));
        }
        return fields;
    }

    private static Attribute field(Attribute object, String path, String name) {
        return object.subAttribute(name)
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.INVALID_SYNTAX,
                        "%s has no attribute %s".formatted(path.isEmpty() ? "The resource" : path, Excerpt.of(name))));
    }
}
