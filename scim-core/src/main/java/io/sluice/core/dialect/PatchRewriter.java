package io.sluice.core.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.patch.PatchParser;
import io.sluice.core.schema.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rewrites the envelope of a PATCH and hands its operations on. */
final class PatchRewriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> FIELDS = List.of("schemas", "Operations");
    private static final List<String> VERBS = List.of("add", "replace", "remove");

    private final Tolerance tolerance;
    private final OperationRewriter operations;

    PatchRewriter(Tolerance tolerance) {
        this.tolerance = tolerance;
        this.operations = new OperationRewriter(tolerance);
    }

    JsonNode rewrite(JsonNode body) {
        if (!body.isObject()) {
            return body;
        }
        ObjectNode envelope = fields(body, FIELDS);
        if (envelope.path("schemas").isEmpty() && tolerance.allows(DialectRule.PATCH_WITHOUT_SCHEMAS)) {
            envelope.set("schemas", JSON.arrayNode().add(PatchParser.URN));
        }
        if (envelope.get("Operations") instanceof ArrayNode sent) {
            ArrayNode rewritten = JSON.arrayNode(sent.size());
            sent.forEach(operation -> rewritten.addAll(operation(operation)));
            envelope.set("Operations", rewritten);
        }
        return envelope;
    }

    private List<JsonNode> operation(JsonNode sent) {
        if (!sent.isObject()) {
            return List.of(sent);
        }
        ObjectNode operation = fields(sent, OperationRewriter.FIELDS);
        lowerVerb(operation);
        dropEmptyPath(operation);
        return operations.rewrite(operation);
    }

    /** A copy with the known names as the RFC spells them, without the others; one that is there twice is left to be refused. */
    private ObjectNode fields(JsonNode object, List<String> known) {
        ObjectNode copy = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Optional<String> meant = known.stream()
                    .filter(name -> Spelling.isSame(name, field.getKey()))
                    .findFirst();
            String name = meant.filter(spelled -> !copy.has(spelled)).orElse(field.getKey());
            if (meant.isPresent() || !tolerance.allows(DialectRule.EXTRA_FIELDS_IN_PATCH)) {
                copy.set(name, field.getValue());
            }
        }
        return copy;
    }

    private void lowerVerb(ObjectNode operation) {
        String sent = operation.path("op").asText();
        String verb = sent.toLowerCase(Locale.ROOT);
        if (!verb.equals(sent) && VERBS.contains(verb) && tolerance.allows(DialectRule.OP_IN_ANY_CASE)) {
            operation.put("op", verb);
        }
    }

    private void dropEmptyPath(ObjectNode operation) {
        JsonNode path = operation.path("path");
        boolean empty = path.isNull() || (path.isTextual() && path.textValue().isBlank());
        if (empty && tolerance.allows(DialectRule.EMPTY_PATH)) {
            operation.remove("path");
        }
    }
}
