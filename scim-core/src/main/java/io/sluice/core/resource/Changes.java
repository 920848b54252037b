package io.sluice.core.resource;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AuditChange;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed between two documents of one resource, as the audit trail tells it. */
public final class Changes {

    private Changes() {}

    /**
     * One change for each attribute, and for each sub-attribute of a single-valued complex one, in the schema's order. An
     * attribute that is never returned or only written is a secret and is left out; so are {@code schemas}, which follows from
     * the rest, and members, which are kept beside the document.
     */
    public static List<AuditChange> between(ObjectNode before, ObjectNode after, ResourceType type) {
        List<AuditChange> changes = new ArrayList<>();
        compare(type.document(), "", before, after, changes);
        return List.copyOf(changes);
    }

    private static void compare(
            Attribute definition, String path, JsonNode before, JsonNode after, List<AuditChange> changes) {
        for (Attribute attribute : definition.subAttributes()) {
            JsonNode old = before.path(attribute.name());
            JsonNode now = after.path(attribute.name());
            if (old.equals(now) || isLeftOut(attribute, path)) {
                continue;
            }
            String attributePath = ValueReader.join(definition, path, attribute.name());
            if (attribute.isComplex() && !attribute.multiValued()) {
                compare(attribute, attributePath, old, now, changes);
            } else {
                changes.add(new AuditChange(attributePath, text(old), text(now)));
            }
        }
    }

    private static boolean isLeftOut(Attribute attribute, String path) {
        return attribute.returned() == Returned.NEVER
                || attribute.mutability() == Mutability.WRITE_ONLY
                || (path.isEmpty()
                        && (attribute.name().equals(Schemas.NAME)
                                || attribute.name().equals(Members.NAME)));
    }

    private static Optional<String> text(JsonNode value) {
        return value.isMissingNode() ? Optional.empty() : Optional.of(json(value));
    }

    /** Most values are texts; a writer for each of them would cost more than the text. */
    private static String json(JsonNode value) {
        if (!value.isTextual()) {
            return value.toString();
        }
        StringBuilder json = new StringBuilder(value.textValue().length() + 8).append('"');
        JsonStringEncoder.getInstance().quoteAsString(value.textValue(), json);
        return json.append('"').toString();
    }
}
