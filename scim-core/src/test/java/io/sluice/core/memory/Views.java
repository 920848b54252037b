package io.sluice.core.memory;

import io.sluice.core.filter.Filter;
import io.sluice.core.resource.FilterEvaluator;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.ResourceView;

/** Resources and members as filters see them: whole, with everything that is derived. */
final class Views {

    /** Filters see all members, however many the first page of an answer has. */
    private static final Replies WHOLE = new Replies(Integer.MAX_VALUE);

    private Views() {}

    static ResourceView of(Partition partition, Entry entry) {
        return ResourceView.of(WHOLE.resource(partition, entry, Include.ALL), entry.attributes());
    }

    /** Whether a filter of sub-attributes of {@code members} selects the member. */
    static boolean memberMatches(Member member, Filter filter) {
        return FilterEvaluator.matchesElement(filter, MemberForm.of(member));
    }
}
