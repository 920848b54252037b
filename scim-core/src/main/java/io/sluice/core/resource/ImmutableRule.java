package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.ResourceType;

/**
 * An immutable attribute that has a value keeps it (RFC 7643 section 7). Elements of multi-valued attributes come and go as a
 * whole; what is immutable inside them does not bind the attribute.
 */
public final class ImmutableRule {

    private ImmutableRule() {}

    /** @throws ScimException MUTABILITY when an immutable attribute differs between the two documents of one resource */
    public static void check(ObjectNode before, ObjectNode after, ResourceType type) {
        check(type.document(), "", before, after);
    }

    private static void check(Attribute definition, String path, JsonNode before, JsonNode after) {
        for (Attribute attribute : definition.subAttributes()) {
            JsonNode old = before.path(attribute.name());
            JsonNode now = after.path(attribute.name());
            String attributePath = ValueReader.join(definition, path, attribute.name());
            if (attribute.mutability() == Mutability.IMMUTABLE && !old.isMissingNode() && !old.equals(now)) {
                throw ScimException.of(
                        ErrorKind.MUTABILITY, attributePath + " is immutable and has a value, which must stay");
            }
            if (attribute.isComplex() && !attribute.multiValued()) {
                check(attribute, attributePath, old, now);
            }
        }
    }

    /** Copies to a replacement what a client may not change and did not send: readOnly values and immutable ones. */
    static void keep(Attribute definition, JsonNode before, ObjectNode after) {
        for (Attribute attribute : definition.subAttributes()) {
            JsonNode old = before.path(attribute.name());
            if (old.isMissingNode()) {
                continue;
            }
            if (attribute.mutability() == Mutability.READ_ONLY
                    || (attribute.mutability() == Mutability.IMMUTABLE && !after.has(attribute.name()))) {
                after.set(attribute.name(), old.deepCopy());
            } else if (attribute.isComplex() && !attribute.multiValued()) {
                keepInside(attribute, old, after);
            }
        }
    }

    private static void keepInside(Attribute attribute, JsonNode before, ObjectNode parent) {
        ObjectNode inside = parent.path(attribute.name()) instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
        keep(attribute, before, inside);
        if (!inside.isEmpty()) {
            parent.set(attribute.name(), inside);
        }
    }
}
