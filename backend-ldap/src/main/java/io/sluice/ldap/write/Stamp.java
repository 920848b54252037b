package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.entry.Resources;
import io.sluice.ldap.entry.Timestamps;
import io.sluice.ldap.mapping.Names;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What every write of ours leaves on an entry of our schema: its operation, the time and, where we keep it, the version. */
final class Stamp {

    /** A repetition comes within the deadline of its request, and few writes fit in there. */
    private static final int OPERATIONS_KEPT = 16;

    private final Realm realm;
    private final Predicate<String> isOpen;

    /**
     * @param isOpen whether an operation may have to be looked for on its entry, so that it must not be forgotten
     */
    Stamp(Realm realm, Predicate<String> isOpen) {
        this.realm = realm;
        this.isOpen = isOpen;
    }

    /** Milliseconds, as the directory keeps them. */
    Instant now() {
        return realm.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The attributes of a new entry. */
    List<Attribute> onNew(UUID operation, Instant now) {
        if (!realm.isOwn()) {
            return List.of();
        }
        String time = Timestamps.withMillis(now);
        return List.of(
                new Attribute(Names.OPERATION, operation.toString()),
                new Attribute(Names.VERSION, operation.toString()),
                new Attribute(Names.CREATED, time),
                new Attribute(Names.LAST_MODIFIED, time));
    }

    /** For a write that has read the entry: older operations than the last few are forgotten. */
    List<Modification> onRead(Entry entry, UUID operation, Instant now) {
        if (!realm.isOwn()) {
            return List.of();
        }
        List<String> known = Resources.operations(entry);
        List<String> kept = new ArrayList<>(known);
        kept.removeAll(old(known, OPERATIONS_KEPT - 1));
        kept.add(operation.toString());
        List<Modification> modifications = new ArrayList<>(timed(operation, now));
        modifications.add(new Modification(ModificationType.REPLACE, Names.OPERATION, kept.toArray(String[]::new)));
        return modifications;
    }

    /** For a write that knows the operations on the entry and nothing else of it. */
    List<Modification> onMembers(List<String> known, List<UUID> operations, Instant now) {
        if (!realm.isOwn()) {
            return List.of();
        }
        List<Modification> modifications = new ArrayList<>(timed(operations.getLast(), now));
        String[] added = operations.stream().map(UUID::toString).toArray(String[]::new);
        modifications.add(new Modification(ModificationType.ADD, Names.OPERATION, added));
        List<String> old = old(known, OPERATIONS_KEPT);
        if (!old.isEmpty()) {
            modifications.add(new Modification(ModificationType.DELETE, Names.OPERATION, old.toArray(String[]::new)));
        }
        return modifications;
    }

    /** The oldest come first: the ids begin with their time. */
    private List<String> old(List<String> known, int kept) {
        return known.subList(0, Math.max(0, known.size() - kept)).stream()
                .filter(isOpen.negate())
                .toList();
    }

    private static List<Modification> timed(UUID operation, Instant now) {
        return List.of(
                new Modification(ModificationType.REPLACE, Names.VERSION, operation.toString()),
                new Modification(ModificationType.REPLACE, Names.LAST_MODIFIED, Timestamps.withMillis(now)));
    }
}
