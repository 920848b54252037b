package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.JsonKind;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the body of a POST or PUT strictly against the schema (RFC 7644 sections 3.3 and 3.5.1); dialects are rewritten
 * before.
 */
public final class DraftReader {

    private static final String PASSWORD = "password";

    private DraftReader() {}

    /**
     * @throws ScimException INVALID_SYNTAX for the structure and unknown names, INVALID_VALUE for values and what is missing
     */
    public static ResourceDraft read(JsonNode body, ResourceType type) {
        if (!body.isObject()) {
            throw ScimException.of(
                    ErrorKind.INVALID_SYNTAX, "The body must be a JSON object, not " + JsonKind.of(body));
        }
        Schemas.check(schemas(body), type);
        ObjectNode document = ValueReader.read(type.document(), "", body)
                .map(ObjectNode.class::cast)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        Optional<Secret> password = password(document, type);
        List<Member> members = members(document, type);
        ObjectNode attributes = Schemas.complete(document, type);
        RequiredRule.firstMissing(attributes, type).ifPresent(DraftReader::missing);
        return new ResourceDraft(type, attributes, members, password);
    }

    private static JsonNode schemas(JsonNode body) {
        return body.properties().stream()
                .filter(field -> Spelling.isSame(field.getKey(), Schemas.NAME))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    private static Optional<Secret> password(ObjectNode document, ResourceType type) {
        return type.isUser()
                ? Optional.ofNullable(document.remove(PASSWORD))
                        .map(JsonNode::textValue)
                        .map(Secret::new)
                : Optional.empty();
    }

    private static List<Member> members(ObjectNode document, ResourceType type) {
        return type.isGroup()
                ? Optional.ofNullable(document.remove(Members.NAME))
                        .map(Members::of)
                        .orElse(List.of())
                : List.of();
    }

    private static void missing(String path) {
        throw ScimException.of(ErrorKind.INVALID_VALUE, path + " is required and must not be empty");
    }
}
