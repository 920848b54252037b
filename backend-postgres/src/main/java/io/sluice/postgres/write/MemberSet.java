package io.sluice.postgres.write;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import io.sluice.postgres.sql.Values;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a sequence of changes to the members of a group comes to: who is added, who is removed, whether all others go. */
final class MemberSet {

    private final Map<UUID, Optional<String>> added = new LinkedHashMap<>();
    private final Set<UUID> removed = new LinkedHashSet<>();
    /** Whoever was added at any time must exist, also if removed afterwards. */
    private final Set<UUID> mentioned = new LinkedHashSet<>();

    private boolean replacing;

    static MemberSet of(List<MemberChange> changes) {
        MemberSet set = new MemberSet();
        changes.forEach(set::apply);
        return set;
    }

    static MemberSet none() {
        return new MemberSet();
    }

    private void apply(MemberChange change) {
        switch (change) {
            case MemberChange.Add add -> add(add.members());
            case MemberChange.Remove remove ->
                remove(remove.ids().stream()
                        .map(Values::uuid)
                        .flatMap(Optional::stream)
                        .toList());
            case MemberChange.ReplaceAll all -> {
                replacing = true;
                removed.clear();
                added.clear();
                add(all.members());
            }
            case MemberChange.RemoveMatching matching ->
                throw new IllegalStateException("A filter becomes ids before changes are summed up");
        }
    }

    private void add(List<Member> members) {
        for (Member member : members) {
            UUID id = Values.uuid(member.value()).orElseThrow(() -> unknown(List.of(member.value())));
            mentioned.add(id);
            removed.remove(id);
            added.putIfAbsent(id, member.display());
        }
    }

    private void remove(Collection<UUID> ids) {
        ids.forEach(added::remove);
        removed.addAll(ids);
    }

    boolean isNothing() {
        return mentioned.isEmpty() && removed.isEmpty() && !replacing;
    }

    /** Whether whoever is not added leaves the group. */
    boolean replacing() {
        return replacing;
    }

    UUID[] added() {
        return added.keySet().toArray(UUID[]::new);
    }

    String[] displays() {
        return added.values().stream().map(display -> display.orElse(null)).toArray(String[]::new);
    }

    UUID[] removed() {
        return removed.toArray(UUID[]::new);
    }

    UUID[] mentioned() {
        return mentioned.toArray(UUID[]::new);
    }

    /** Everybody whom the changes name, each once. */
    Set<UUID> everybody() {
        Set<UUID> all = new LinkedHashSet<>(mentioned);
        all.addAll(removed);
        return all;
    }

    boolean adds(UUID id) {
        return added.containsKey(id);
    }

    boolean mentions(UUID id) {
        return mentioned.contains(id);
    }

    Optional<String> display(UUID id) {
        return added.getOrDefault(id, Optional.empty());
    }

    static ScimException unknown(Collection<String> ids) {
        return ScimException.of(
                ErrorKind.INVALID_VALUE,
                "No user or group has the id " + String.join(", ", ids) + ", which was sent as a member.");
    }
}
