package io.sluice.core.backend;

import io.sluice.core.patch.PatchPlan;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.schema.ResourceType;

/**
 * What the gateway asks of a backend. Every request is immutable and complete: names are bound, values are checked, dialects
 * are rewritten. A write and its audit event commit together or not at all, and the reply comes after the commit.
 */
public sealed interface BackendRequest {

    RequestContext context();

    /**
     * Replies {@link BackendReply.Stored} with the first page of a group's members, their types found out; UNIQUENESS when the
     * name is taken, INVALID_VALUE when a member does not exist, with its id in the text.
     */
    record Create(RequestContext context, ResourceDraft draft) implements BackendRequest {}

    /** Replies {@link BackendReply.Stored} or NOT_FOUND. */
    record Read(RequestContext context, ResourceType type, String id, Include include) implements BackendRequest {}

    /**
     * PUT: replies {@link BackendReply.Stored}; {@code changed} is false and the version stays when nothing differs. MUTABILITY when an
     * immutable attribute would change, PRECONDITION_FAILED, NOT_FOUND, UNIQUENESS.
     */
    record Replace(RequestContext context, String id, ResourceDraft draft, Precondition precondition, Include include)
            implements BackendRequest {}

    /** PATCH: all operations or none; replies as {@link Replace}, and NO_TARGET when a filter selects nothing. */
    record Patch(
            RequestContext context,
            ResourceType type,
            String id,
            PatchPlan plan,
            Precondition precondition,
            Include include)
            implements BackendRequest {}

    /** Replies {@link BackendReply.Deleted} or NOT_FOUND; memberships of the resource end with it. */
    record Delete(RequestContext context, ResourceType type, String id, Precondition precondition)
            implements BackendRequest {}

    /** Replies {@link BackendReply.Found}. */
    record Search(RequestContext context, SearchQuery query) implements BackendRequest {}

    /**
     * The next page of a group's members after the one that {@code Membership.OfGroup.next} ended.
     * Replies {@link BackendReply.MemberPage}.
     */
    record ReadMembers(RequestContext context, String groupId, String after, int limit) implements BackendRequest {

        /** In the place of a position: the page begins at the first member. */
        public static final String FROM_THE_FIRST = "";
    }

    /**
     * Removes all resources of a tenant, when the tenant itself is removed; its audit trail is not the backend's to remove.
     * Replies {@link BackendReply.Deleted}.
     */
    record Purge(RequestContext context) implements BackendRequest {}
}
