package io.sluice.core.resource;

import io.sluice.core.filter.Filter;
import java.util.List;
import java.util.Set;

/**
 * A change to the members of a group as a set operation: its cost does not depend on the size of the group. Changes of one
 * request apply in their order.
 */
public sealed interface MemberChange {

    /** Those who are members already stay as they are. */
    record Add(List<Member> members) implements MemberChange {
        public Add {
            members = List.copyOf(members);
        }
    }

    /** Ids that are not members are ignored. */
    record Remove(Set<String> ids) implements MemberChange {
        public Remove {
            ids = Set.copyOf(ids);
        }
    }

    /** Removes whom the filter selects; its paths are sub-attributes of {@code members}. */
    record RemoveMatching(Filter filter) implements MemberChange {}

    /** The group has exactly these members afterwards; an empty list empties it. */
    record ReplaceAll(List<Member> members) implements MemberChange {
        public ReplaceAll {
            members = List.copyOf(members);
        }
    }
}
