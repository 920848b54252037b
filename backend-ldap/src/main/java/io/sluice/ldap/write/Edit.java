package io.sluice.ldap.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.patch.PatchApplier;
import io.sluice.core.resource.DraftRules;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.Secret;
import io.sluice.core.schema.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change to a resource that depends on what it was.
 *
 * @param document what becomes of the document; never modifies what it is given
 * @param members what becomes of the members; empty when they stay
 */
record Edit(
        RequestContext context,
        ResourceType type,
        String id,
        Precondition precondition,
        Include include,
        UnaryOperator<ObjectNode> document,
        List<MemberChange> members,
        Optional<Secret> password) {

    static Edit of(BackendRequest.Replace replace) {
        ResourceType type = replace.draft().type();
        return new Edit(
                replace.context(),
                type,
                replace.id(),
                replace.precondition(),
                replace.include(),
                current -> DraftRules.merge(current, replace.draft()),
                type.isGroup()
                        ? List.of(new MemberChange.ReplaceAll(replace.draft().members()))
                        : List.of(),
                replace.draft().password());
    }

    static Edit of(BackendRequest.Patch patch) {
        return new Edit(
                patch.context(),
                patch.type(),
                patch.id(),
                patch.precondition(),
                patch.include(),
                current -> PatchApplier.apply(current, patch.plan().operations(), patch.type()),
                patch.plan().members(),
                patch.plan().password());
    }
}
