package io.sluice.postgres.write;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which updates of members fit into one statement: any, as long as each member of each group is named once. So the rows that the
 * statement wrote tell which update has changed what, and who comes twice is told apart by the order of statements.
 */
final class MemberRoom implements Predicate<MemberUpdate> {

    private static final int MOST_MEMBERS = 4_096;

    private record Place(Written group, UUID member) {}

    private final Set<Place> taken = new HashSet<>();

    @Override
    public boolean test(MemberUpdate update) {
        Set<UUID> members = update.members().everybody();
        Written group = update.key();
        boolean fits = taken.isEmpty()
                || (taken.size() + members.size() <= MOST_MEMBERS
                        && members.stream().noneMatch(member -> taken.contains(new Place(group, member))));
        if (fits) {
            members.forEach(member -> taken.add(new Place(group, member)));
        }
        return fits;
    }
}
