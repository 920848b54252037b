package io.sluice.postgres.write;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.document.StoredForm;
import java.util.UUID;

/**
 * A resource that is about to be changed, provided that its version is still the one that the change was computed from.
 */
record Update(
        RequestContext context, ResourceType type, UUID id, long expectedVersion, StoredForm form, WriteEvent event) {

    int tenant() {
        return context.tenant().number();
    }
}
