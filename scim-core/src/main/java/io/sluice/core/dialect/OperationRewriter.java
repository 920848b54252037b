package io.sluice.core.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewrites one operation of a PATCH, its field names and its verb being right, to one or several. */
final class OperationRewriter {

    static final List<String> FIELDS = List.of("op", "path", "value");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OP = "op";
    private static final String PATH = "path";
    private static final String VALUE = "value";
    private static final String ID = "id";

    private final Tolerance tolerance;
    private final ValueRewriter values;

    OperationRewriter(Tolerance tolerance) {
        this.tolerance = tolerance;
        this.values = new ValueRewriter(tolerance);
    }

    List<JsonNode> rewrite(ObjectNode operation) {
        if (!operation.has(PATH)) {
            return onResource(operation);
        }
        if (!operation.path(PATH).isTextual()) {
            return List.of(operation);
        }
        PathTarget target = PathTarget.of(operation.get(PATH).textValue(), tolerance);
        operation.put(PATH, target.path());
        boolean hasValue = operation.hasNonNull(VALUE);
        if (!hasValue || target.leaf().isEmpty()) {
            return List.of(operation);
        }
        return operation.path(OP).asText().equals("remove")
                ? removal(operation, target, target.leaf().get())
                : List.of(operation.set(VALUE, value(target, target.leaf().get(), operation.get(VALUE))));
    }

    private JsonNode value(PathTarget target, Attribute leaf, JsonNode value) {
        if (target.isElement() || (leaf.multiValued() && !value.isArray())) {
            boolean inArray = value.isArray() && value.size() == 1 && tolerance.allows(DialectRule.ARRAY_OF_ONE);
            return values.element(leaf, inArray ? value.get(0) : value);
        }
        return values.value(leaf, value);
    }

    private List<JsonNode> onResource(ObjectNode operation) {
        if (operation.path(OP).asText().equals("remove")
                || !operation.path(VALUE).isObject()) {
            return List.of(operation);
        }
        if (!tolerance.allows(DialectRule.OPERATION_WITHOUT_PATH)) {
            throw ScimException.of(
                    ErrorKind.NO_TARGET, "The strict profile of this connection wants a path in every operation");
        }
        List<JsonNode> operations = new ArrayList<>();
        ObjectNode attributes = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : operation.get(VALUE).properties()) {
            if (field.getKey().indexOf('[') > 0 && tolerance.allows(DialectRule.PATH_AS_KEY)) {
                ObjectNode own = JSON.objectNode().put(PATH, field.getKey());
                own.set(OP, operation.get(OP));
                own.set(VALUE, field.getValue());
                operations.addAll(rewrite(own));
            } else if (!isOwnId(field.getKey())) {
                attributes.set(field.getKey(), field.getValue());
            }
        }
        operation.set(VALUE, values.object(tolerance.type().document(), attributes));
        operations.addFirst(operation);
        return operations;
    }

    private boolean isOwnId(String key) {
        return tolerance.type().isGroup()
                && Spelling.isSame(key, ID)
                && tolerance.allows(DialectRule.ID_IN_GROUP_PATCH);
    }

    /** Of a list of values only these are removed; elsewhere the value says nothing that the path does not. */
    private List<JsonNode> removal(ObjectNode operation, PathTarget target, Attribute leaf) {
        if (target.isElement() || !leaf.multiValued() || !target.isAttribute()) {
            return tolerance.allows(DialectRule.REMOVE_BY_VALUE)
                    ? List.of(operation.without(VALUE))
                    : List.of(operation);
        }
        JsonNode value = operation.get(VALUE);
        List<JsonNode> operations = new ArrayList<>();
        for (JsonNode element : value.isArray() ? value : JSON.arrayNode().add(value)) {
            Optional<String> text = text(element);
            if (text.isEmpty()) {
                return List.of(operation);
            }
            operations.add(JSON.objectNode()
                    .put(OP, "remove")
                    .put(PATH, "%s[value eq %s]".formatted(target.path(), JSON.textNode(text.get()))));
        }
        if (!tolerance.allows(DialectRule.REMOVE_BY_VALUE)) {
            return List.of(operation);
        }
        return operations.isEmpty() ? List.of(nothing()) : operations;
    }

    /** Removing an empty list of values: an operation that does nothing, since there must be one. */
    private static ObjectNode nothing() {
        ObjectNode operation = JSON.objectNode().put(OP, "add");
        operation.putObject(VALUE);
        return operation;
    }

    private static Optional<String> text(JsonNode element) {
        return Optional.ofNullable(element.isObject() ? element.path(VALUE).textValue() : element.textValue());
    }
}
