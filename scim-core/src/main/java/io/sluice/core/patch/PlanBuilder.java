package io.sluice.core.patch;

import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.PatchPlan;
import io.sluice.core.resource.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what the operations of one PATCH become; neighbouring additions of members become one, and so do removals. */
final class PlanBuilder {

    private final List<PatchOperation> operations = new ArrayList<>();
    private final List<MemberChange> members = new ArrayList<>();
    private Optional<Secret> password = Optional.empty();

    void add(PatchOperation operation) {
        operations.add(operation);
    }

    void password(Secret secret) {
        password = Optional.of(secret);
    }

    void add(MemberChange change) {
        if (!members.isEmpty()) {
            Optional<MemberChange> joined = joined(members.getLast(), change);
            if (joined.isPresent()) {
                members.set(members.size() - 1, joined.get());
                return;
            }
        }
        members.add(change);
    }

    PatchPlan build() {
        return new PatchPlan(operations, members, password);
    }

    private static Optional<MemberChange> joined(MemberChange first, MemberChange second) {
        if (first instanceof MemberChange.Add some && second instanceof MemberChange.Add more) {
            Map<String, Member> byValue = new LinkedHashMap<>();
            some.members().forEach(member -> byValue.putIfAbsent(member.value(), member));
            more.members().forEach(member -> byValue.putIfAbsent(member.value(), member));
            return Optional.of(new MemberChange.Add(List.copyOf(byValue.values())));
        }
        if (first instanceof MemberChange.Remove some && second instanceof MemberChange.Remove more) {
            Set<String> both = new HashSet<>(some.ids());
            both.addAll(more.ids());
            return Optional.of(new MemberChange.Remove(both));
        }
        return Optional.empty();
    }
}
