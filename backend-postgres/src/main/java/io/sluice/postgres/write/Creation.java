package io.sluice.postgres.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.AuditChange;
import io.sluice.core.resource.Changes;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.document.StoredForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A resource that is about to be made; its id is the operation's. */
record Creation(RequestContext context, ResourceType type, StoredForm form, WriteEvent event) {

    static final String FIRST_VERSION = "1";

    /**
     * @param more changes for the audit event besides those of the attributes
     */
    static Creation of(BackendRequest.Create create, List<AuditChange> more) {
        ResourceDraft draft = create.draft();
        RequestContext context = create.context();
        List<AuditChange> changes = new ArrayList<>(
                Changes.between(JsonNodeFactory.instance.objectNode(), draft.attributes(), draft.type()));
        changes.addAll(more);
        return new Creation(
                context,
                draft.type(),
                StoredForm.of(draft.attributes(), draft.type(), context.tenant().number()),
                WriteEvent.of(
                        context,
                        draft.type().name(),
                        WriteEvent.CREATED,
                        context.operationId().toString(),
                        changes));
    }

    UUID id() {
        return context.operationId();
    }

    int tenant() {
        return context.tenant().number();
    }

    StoredResource stored(Instant at, Membership membership) {
        return new StoredResource(type, id().toString(), FIRST_VERSION, at, at, form.document(), membership);
    }
}
