package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.JsonKind;
import io.sluice.core.patch.PatchExpression.Kind;
import io.sluice.core.schema.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the envelope of a PATCH request strictly as RFC 7644 section 3.5.2 has it; dialects are rewritten before. */
public final class PatchParser {

    /** The message's own schema. */
    public static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** The most operations that one request may have; each is applied to what the one before left. */
    public static final int MAX_OPERATIONS = 1_000;

    private static final String SCHEMAS = "schemas";
    private static final String OPERATIONS = "Operations";

    private PatchParser() {}

    /**
     * @throws ScimException INVALID_SYNTAX for the envelope, INVALID_PATH for a path, NO_TARGET for a remove without one
     */
    public static List<PatchExpression> parse(JsonNode body) {
        MessageFields envelope = MessageFields.of("The PATCH body", body, List.of(SCHEMAS, OPERATIONS));
        checkSchemas(envelope.get(SCHEMAS));
        JsonNode operations = envelope.get(OPERATIONS)
                .orElseThrow(() -> syntax("The PATCH body has no Operations; send a non-empty array of operations"));
        if (!operations.isArray() || operations.isEmpty()) {
            throw syntax("Operations must be a non-empty array of operations");
        }
        List<PatchExpression> expressions = new ArrayList<>(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            expressions.add(operation("Operations[" + i + "]", operations.get(i)));
        }
        return List.copyOf(expressions);
    }

    /**
     * To be asked of the body as it was sent: a dialect may turn one operation with many values into many.
     *
     * @throws ScimException PAYLOAD_TOO_LARGE for more than {@link #MAX_OPERATIONS} operations
     */
    public static void checkSize(JsonNode body) {
        int sent = body.propertyStream()
                .filter(field -> Spelling.isSame(field.getKey(), OPERATIONS))
                .mapToInt(field -> field.getValue().size())
                .sum();
        if (sent > MAX_OPERATIONS) {
            throw ScimException.of(
                    ErrorKind.PAYLOAD_TOO_LARGE,
                    "The PATCH body has %d operations; send at most %d at once".formatted(sent, MAX_OPERATIONS));
        }
    }

    private static void checkSchemas(Optional<JsonNode> schemas) {
        boolean named = schemas.filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(urn -> urn.isTextual() && Spelling.isSame(urn.textValue(), URN));
        if (!named) {
            throw syntax("The PATCH body needs \"schemas\": [\"" + URN + "\"]");
        }
    }

    private static PatchExpression operation(String where, JsonNode node) {
        MessageFields operation = MessageFields.of(where, node, List.of("op", "path", "value"));
        Kind kind = kind(where, operation.get("op"));
        Optional<PathExpression> path = operation.get("path").map(text -> path(where, text));
        Optional<JsonNode> value = operation.get("value");
        return switch (kind) {
            case ADD, REPLACE -> writing(where, kind, path, value);
            case REMOVE -> removing(where, path, value);
        };
    }

    private static PatchExpression writing(
            String where, Kind kind, Optional<PathExpression> path, Optional<JsonNode> value) {
        if (value.isEmpty()) {
            throw syntax(where + " has no value; add and replace need one");
        }
        if (path.isEmpty() && !value.get().isObject()) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE,
                    where + " has no path, so its value must be an object of attributes, not "
                            + JsonKind.of(value.get()));
        }
        return new PatchExpression(kind, path, value);
    }

    private static PatchExpression removing(String where, Optional<PathExpression> path, Optional<JsonNode> value) {
        if (path.isEmpty()) {
            throw ScimException.of(ErrorKind.NO_TARGET, where + " is a remove without a path; say what to remove");
        }
        if (value.filter(sent -> !sent.isNull()).isPresent()) {
            throw syntax(where + " is a remove with a value; select what to remove in the path, as in"
                    + " members[value eq \"2819c223\"]");
        }
        return new PatchExpression(Kind.REMOVE, path, Optional.empty());
    }

    private static Kind kind(String where, Optional<JsonNode> op) {
        return switch (op.map(JsonNode::asText).orElse("")) {
            case "add" -> Kind.ADD;
            case "replace" -> Kind.REPLACE;
            case "remove" -> Kind.REMOVE;
            default -> throw syntax(where + ".op must be \"add\", \"replace\" or \"remove\", in lower case");
        };
    }

    private static PathExpression path(String where, JsonNode path) {
        if (!path.isTextual()) {
            throw ScimException.of(ErrorKind.INVALID_PATH, where + ".path must be a string, not " + JsonKind.of(path));
        }
        return PathParser.parse(path.textValue());
    }

    private static ScimException syntax(String detail) {
        return ScimException.of(ErrorKind.INVALID_SYNTAX, detail);
    }
}
