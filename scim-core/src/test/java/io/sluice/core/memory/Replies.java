package io.sluice.core.memory;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Makes of what is kept what is answered.
 *
 * @param memberPage the most members of the first page
 */
record Replies(int memberPage) {

    BackendReply.Stored stored(Partition partition, Entry entry, Include include, boolean changed) {
        return new BackendReply.Stored(resource(partition, entry, include), changed);
    }

    StoredResource resource(Partition partition, Entry entry, Include include) {
        return new StoredResource(
                entry.type(),
                entry.id(),
                entry.versionText(),
                entry.created(),
                entry.lastModified(),
                Buffer.buffer(entry.text()),
                membership(partition, entry, include));
    }

    /** A page of members after that id. */
    static Membership.OfGroup page(NavigableMap<String, Member> rest, int limit) {
        List<Member> page = rest.values().stream().limit(limit).toList();
        boolean more = rest.size() > page.size();
        return new Membership.OfGroup(page, more ? Optional.of(page.getLast().value()) : Optional.empty());
    }

    private Membership membership(Partition partition, Entry entry, Include include) {
        if (entry.type().isUser() && include.groups()) {
            return new Membership.InGroups(groups(partition, entry.id()));
        }
        if (entry.type().isGroup() && include.members()) {
            return page(partition.memberships().of(entry.id()), memberPage);
        }
        return new Membership.None();
    }

    static List<GroupReference> groups(Partition partition, String id) {
        return partition.memberships().groupsOf(id).stream()
                .map(group -> new GroupReference(group, displayName(partition, group)))
                .toList();
    }

    private static String displayName(Partition partition, String group) {
        return partition
                .find(group)
                .map(entry -> entry.attributes().path("displayName").asText())
                .orElse("");
    }
}
