package io.sluice.core.backend;

import io.sluice.core.error.ScimError;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import java.util.List;
import java.util.Optional;

/** What a backend answers. */
public sealed interface BackendReply {

    /**
     * @param changed false when a Replace or Patch left everything as it was
     */
    record Stored(StoredResource resource, boolean changed) implements BackendReply {}

    record Deleted() implements BackendReply {}

    /**
     * @param next the position after the last resource, for {@link Page.ByCursor}; empty at the end and for index paging
     */
    record Found(List<StoredResource> resources, Total total, Optional<String> next) implements BackendReply {
        public Found {
            resources = List.copyOf(resources);
        }
    }

    record MemberPage(Membership.OfGroup page) implements BackendReply {}

    record Failed(ScimError error) implements BackendReply {}
}
