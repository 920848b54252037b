package io.sluice.postgres.write;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.schema.ResourceType;
import java.util.List;
import java.util.UUID;

/**
 * Members who are about to come to a group or leave it; all others stay.
 *
 * @param event without changes: who came and left is known when it has happened
 */
record MemberUpdate(RequestContext context, ResourceType type, UUID group, MemberSet members, WriteEvent event) {

    static MemberUpdate of(BackendRequest.Patch patch, UUID group) {
        return new MemberUpdate(
                patch.context(),
                patch.type(),
                group,
                MemberSet.of(patch.plan().members()),
                WriteEvent.of(patch.context(), patch.type().name(), WriteEvent.UPDATED, patch.id(), List.of()));
    }

    int tenant() {
        return context.tenant().number();
    }

    Written key() {
        return new Written(tenant(), group);
    }
}
