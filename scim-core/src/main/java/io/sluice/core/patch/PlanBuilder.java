package io.sluice.core.patch;

import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what the operations of one PATCH become. Neighbouring additions of members become one, and so do removals: at most
 * one of {@code added} and {@code removed} waits for more.
 */
final class PlanBuilder {

    private final List<PatchOperation> operations = new ArrayList<>();
    private final List<MemberChange> members = new ArrayList<>();
    private final Map<String, Member> added = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private Optional<Secret> password = Optional.empty();

    void add(PatchOperation operation) {
        operations.add(operation);
    }

    void password(Secret secret) {
        password = Optional.of(secret);
    }

    void add(MemberChange change) {
        switch (change) {
            case MemberChange.Add add -> {
                endRemoval();
                add.members().forEach(member -> added.putIfAbsent(member.value(), member));
            }
            case MemberChange.Remove remove -> {
                endAddition();
                removed.addAll(remove.ids());
            }
            case MemberChange.RemoveMatching matching -> append(matching);
            case MemberChange.ReplaceAll all -> append(all);
        }
    }

    PatchPlan build() {
        endAddition();
        endRemoval();
        return new PatchPlan(operations, members, password);
    }

    private void append(MemberChange change) {
        endAddition();
        endRemoval();
        members.add(change);
    }

    private void endAddition() {
        if (!added.isEmpty()) {
            members.add(new MemberChange.Add(List.copyOf(added.values())));
            added.clear();
        }
    }

    private void endRemoval() {
        if (!removed.isEmpty()) {
            members.add(new MemberChange.Remove(removed));
            removed.clear();
        }
    }
}
