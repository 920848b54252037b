package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/** Finds what a resource lacks though its schema requires it; attributes that the server gives do not count. */
public final class RequiredRule {

    private RequiredRule() {}

    /** The path of the first required attribute that the document does not have. */
    public static Optional<String> firstMissing(ObjectNode document, ResourceType type) {
        return inObject(type.document(), "", document);
    }

    private static Optional<String> inObject(Attribute definition, String path, JsonNode object) {
        for (Attribute attribute : definition.subAttributes()) {
            JsonNode value = object.path(attribute.name());
            boolean empty = isEmpty(value);
            if (empty ? !isAsked(attribute) : !attribute.isComplex()) {
                continue;
            }
            String attributePath = ValueReader.join(definition, path, attribute.name());
            Optional<String> missing = empty ? Optional.of(attributePath) : inValue(attribute, attributePath, value);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inValue(Attribute attribute, String path, JsonNode value) {
        if (!attribute.multiValued()) {
            return inObject(attribute, path, value);
        }
        return value.valueStream()
                .flatMap(element -> inObject(attribute, path, element).stream())
                .findFirst();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || (value.isTextual() && value.textValue().isBlank());
    }

    private static boolean isAsked(Attribute attribute) {
        return attribute.required()
                && attribute.mutability() != Mutability.READ_ONLY
                && !attribute.name().equals(Schemas.NAME);
    }
}
