package io.sluice.ldap.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;

/** The answer when a name is taken. */
final class Taken {

    private Taken() {}

    static ScimException error(ResourceType type, ObjectNode document) {
        String name = type.isUser() ? "userName" : "displayName";
        return ScimException.of(
                ErrorKind.UNIQUENESS,
                "Another " + type.name() + " has the " + name + " "
                        + document.path(name).asText() + " already (case is ignored).");
    }
}
