package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Spelling;
import java.util.List;

/** The attribute {@code schemas}: checked on input, and afterwards derived from what the resource holds (RFC 7643 section 3). */
public final class Schemas {

    public static final String NAME = "schemas";

    private Schemas() {}

    /** The document's {@code schemas} becomes the core schema and every extension that has data. Comes first. */
    public static ObjectNode complete(ObjectNode document, ResourceType type) {
        ArrayNode urns = JsonNodeFactory.instance.arrayNode().add(type.core().id());
        for (ResourceType.Extension extension : type.extensions()) {
            if (document.has(extension.schema().id())) {
                urns.add(extension.schema().id());
            }
        }
        ObjectNode completed = JsonNodeFactory.instance.objectNode();
        completed.set(NAME, urns);
        document.properties().stream()
                .filter(field -> !field.getKey().equals(NAME))
                .forEach(field -> completed.set(field.getKey(), field.getValue()));
        return completed;
    }

    /** An extension may be listed without data; a schema that the resource type does not know may not. */
    static void check(JsonNode schemas, ResourceType type) {
        if (!schemas.isArray()) {
            throw wrong(
                    "schemas must be an array with \"%s\"".formatted(type.core().id()));
        }
        boolean core = false;
        for (JsonNode urn : schemas) {
            checkUrn(urn, type);
            core |= Spelling.isSame(urn.textValue(), type.core().id());
        }
        if (!core) {
            throw wrong("schemas must contain \"%s\"".formatted(type.core().id()));
        }
    }

    /**
     * The URNs of extensions that a resource has attributes of though {@code schemas}, as it was sent, does not list them (RFC 7643
     * section 3).
     */
    public static List<String> unlisted(JsonNode schemas, ResourceDraft draft) {
        return draft.type().extensions().stream()
                .map(extension -> extension.schema().id())
                .filter(urn -> draft.attributes().has(urn))
                .filter(urn -> schemas.valueStream().noneMatch(listed -> Spelling.isSame(urn, listed.asText())))
                .toList();
    }

    /** One element of {@code schemas}. */
    public static void checkUrn(JsonNode urn, ResourceType type) {
        if (!urn.isTextual()) {
            throw wrong("schemas must hold strings only");
        }
        if (!isKnown(urn.textValue(), type)) {
            throw wrong("schemas contains %s, which no %s has".formatted(Excerpt.of(urn.textValue()), type.name()));
        }
    }

    /** Whether a resource of that type may list it, in any case. */
    public static boolean isKnown(String urn, ResourceType type) {
        return Spelling.isSame(urn, type.core().id())
                || type.extensions().stream()
                        .anyMatch(
                                extension -> Spelling.isSame(extension.schema().id(), urn));
    }

    private static ScimException wrong(String detail) {
        return ScimException.of(ErrorKind.INVALID_SYNTAX, detail);
    }
}
