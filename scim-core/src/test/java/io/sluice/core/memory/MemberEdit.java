package io.sluice.core.memory;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.Filter;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Changes to the members of one group, applied to a copy so that a refusal leaves nothing behind. */
final class MemberEdit {

    private final Partition partition;
    private final NavigableMap<String, Member> before;
    private final NavigableMap<String, Member> after;

    MemberEdit(Partition partition, NavigableMap<String, Member> before) {
        this.partition = partition;
        this.before = before;
        this.after = new TreeMap<>(before);
    }

    NavigableMap<String, Member> after() {
        return after;
    }

    boolean changes() {
        return !before.keySet().equals(after.keySet());
    }

    List<String> left() {
        return minus(before, after);
    }

    List<String> came() {
        return minus(after, before);
    }

    void apply(MemberChange change) {
        switch (change) {
            case MemberChange.Add add -> add(add.members());
            case MemberChange.Remove remove -> after.keySet().removeAll(remove.ids());
            case MemberChange.RemoveMatching matching -> removeMatching(matching.filter());
            case MemberChange.ReplaceAll all -> replaceAll(all.members());
        }
    }

    private void add(List<Member> members) {
        members.forEach(member -> after.putIfAbsent(member.value(), typed(member)));
    }

    private void replaceAll(List<Member> members) {
        Set<String> wanted = members.stream().map(Member::value).collect(Collectors.toSet());
        after.keySet().retainAll(wanted);
        add(members);
    }

    private void removeMatching(Filter filter) {
        after.values().removeIf(member -> Views.memberMatches(member, filter));
    }

    private Member typed(Member member) {
        Entry known = partition
                .find(member.value())
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.INVALID_VALUE,
                        "No user or group has the id " + member.value() + ", which was sent as a member."));
        return new Member(member.value(), Optional.of(known.type().name()), member.display());
    }

    private static List<String> minus(NavigableMap<String, Member> all, NavigableMap<String, Member> without) {
        Collection<String> rest = new ArrayList<>(all.keySet());
        rest.removeAll(without.keySet());
        return List.copyOf(rest);
    }
}
