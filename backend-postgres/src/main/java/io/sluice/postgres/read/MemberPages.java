package io.sluice.postgres.read;

import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import java.util.List;
import java.util.Optional;

/** Pages of members: one more is read than shown, which tells whether more follow. */
public final class MemberPages {

    private MemberPages() {}

    public static Membership.OfGroup cut(List<Member> members, int size) {
        if (members.size() <= size) {
            return new Membership.OfGroup(members, Optional.empty());
        }
        List<Member> page = members.subList(0, size);
        return new Membership.OfGroup(page, Optional.of(page.getLast().value()));
    }
}
