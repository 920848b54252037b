package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.patch.PatchExpression.Kind;
import java.util.Optional;

/** Makes the bound operation of a kind, a target and a normalised value; no value means "unassigned". */
final class Operations {

    private Operations() {}

    /** Empty when there is nothing to do: adding no value. */
    static Optional<PatchOperation> of(Kind kind, PatchTarget target, Optional<JsonNode> value) {
        return switch (kind) {
            case ADD -> value.map(sent -> new PatchOperation.Add(target, sent));
            case REPLACE ->
                Optional.of(value.<PatchOperation>map(sent -> new PatchOperation.Replace(target, sent))
                        .orElseGet(() -> new PatchOperation.Remove(target)));
            case REMOVE -> Optional.of(new PatchOperation.Remove(target));
        };
    }
}
