package io.sluice.postgres.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.patch.PatchApplier;
import io.sluice.core.resource.DraftRules;
import io.sluice.core.resource.Include;
import io.sluice.core.schema.ResourceType;
import java.util.function.UnaryOperator;

/**
 * A change of attributes, whichever method asked for it.
 *
 * @param change makes the new document from the stored one, which it does not modify
 */
record Attributes(
        RequestContext context,
        ResourceType type,
        String id,
        Precondition precondition,
        Include include,
        UnaryOperator<ObjectNode> change) {

    static Attributes of(BackendRequest.Replace replace) {
        return new Attributes(
                replace.context(),
                replace.draft().type(),
                replace.id(),
                replace.precondition(),
                replace.include(),
                current -> DraftRules.merge(current, replace.draft()));
    }

    static Attributes of(BackendRequest.Patch patch) {
        return new Attributes(
                patch.context(),
                patch.type(),
                patch.id(),
                patch.precondition(),
                patch.include(),
                current -> PatchApplier.apply(current, patch.plan().operations(), patch.type()));
    }
}
