package io.sluice.core.resource;

import java.util.List;
import java.util.Optional;

/** What a stored resource has to do with groups; it is kept beside the document and spliced in when rendered. */
public sealed interface Membership {

    /** Not asked for, or the resource type has none. */
    record None() implements Membership {}

    /** The groups that a user is in directly. */
    record InGroups(List<GroupReference> groups) implements Membership {
        public InGroups {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The members of a group, the first page of them when there are many.
     *
     * @param next where the next page begins, for {@code BackendRequest.ReadMembers}; empty when this was the last page
     */
    record OfGroup(List<Member> members, Optional<String> next) implements Membership {
        public OfGroup {
            members = List.copyOf(members);
        }
    }
}
