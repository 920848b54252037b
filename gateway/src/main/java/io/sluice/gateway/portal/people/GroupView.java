package io.sluice.gateway.portal.people;

import io.sluice.core.resource.Member;
import io.sluice.gateway.portal.audit.AuditRow;
import java.util.List;
import java.util.Optional;

/**
 * One group with one page of its members.
 *
 * @param first whether this is the first page of members
 * @param next where the next page begins
 * @param document the SCIM resource without its members, indented
 */
public record GroupView(
        GroupRow group,
        boolean first,
        List<Member> members,
        Optional<String> next,
        List<AuditRow> history,
        String document) {

    public GroupView {
        members = List.copyOf(members);
        history = List.copyOf(history);
    }
}
