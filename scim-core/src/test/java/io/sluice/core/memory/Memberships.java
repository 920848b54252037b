package io.sluice.core.memory;

import io.sluice.core.resource.Member;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Who is a member of which group, by the id of the group, members ordered by their ids. */
final class Memberships {

    private final Map<String, NavigableMap<String, Member>> members = new HashMap<>();

    NavigableMap<String, Member> of(String group) {
        return Collections.unmodifiableNavigableMap(members.getOrDefault(group, new TreeMap<>()));
    }

    void replace(String group, NavigableMap<String, Member> replacement) {
        members.put(group, replacement);
    }

    /** The ids of the groups that have it as a direct member, ascending. */
    List<String> groupsOf(String member) {
        return members.entrySet().stream()
                .filter(group -> group.getValue().containsKey(member))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Ends a group, and the memberships of a member. */
    void forget(String id) {
        members.remove(id);
        members.values().forEach(group -> group.remove(id));
    }
}
