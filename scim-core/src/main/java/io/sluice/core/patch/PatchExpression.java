package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One operation of a PATCH request as it was written, before it meets a schema.
 *
 * @param path empty when the operation acts on the resource itself
 * @param value empty when the operation has none; a JSON null stays one, it means "unassigned"
 */
public record PatchExpression(Kind kind, Optional<PathExpression> path, Optional<JsonNode> value) {

    public enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }
}
