package io.sluice.core.memory;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.schema.ResourceType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Everything that is kept for one tenant. */
final class Partition {

    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private final Map<Name, String> ids = new HashMap<>();
    private final boolean uniqueGroups;
    private final Map<UUID, BackendReply> committed = new HashMap<>();
    private final Memberships memberships = new Memberships();

    /** A name that one resource of its type may have, in comparison form. */
    private record Name(String type, String text) {}

    /**
     * @param uniqueGroups whether a displayName belongs to one group at most
     */
    Partition(boolean uniqueGroups) {
        this.uniqueGroups = uniqueGroups;
    }

    Memberships memberships() {
        return memberships;
    }

    /** The result of the write with that operation id, if it has been committed. */
    Optional<BackendReply> committed(UUID operationId) {
        return Optional.ofNullable(committed.get(operationId));
    }

    void commit(UUID operationId, BackendReply reply) {
        committed.put(operationId, reply);
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    Entry require(ResourceType type, String id) {
        return find(id).filter(entry -> entry.type().name().equals(type.name()))
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.NOT_FOUND, "There is no " + type.name() + " with the id " + id + "."));
    }

    /** By id ascending. */
    Stream<Entry> ofType(ResourceType type) {
        return entries.values().stream().filter(entry -> entry.type().name().equals(type.name()));
    }

    /** Refuses an entry whose name another one has. */
    void checkUnique(Entry entry) {
        String attribute = attribute(entry);
        name(entry)
                .filter(name -> !entry.id().equals(ids.getOrDefault(name, entry.id())))
                .ifPresent(name -> {
                    throw ScimException.of(
                            ErrorKind.UNIQUENESS,
                            "Another %s has the %s %s already (case is ignored)."
                                    .formatted(
                                            entry.type().name().toLowerCase(Locale.ROOT),
                                            attribute,
                                            entry.attributes().path(attribute).asText()));
                });
    }

    void put(Entry entry) {
        find(entry.id()).flatMap(this::name).ifPresent(ids::remove);
        name(entry).ifPresent(name -> ids.put(name, entry.id()));
        entries.put(entry.id(), entry);
    }

    void remove(Entry entry) {
        name(entry).ifPresent(ids::remove);
        entries.remove(entry.id());
        memberships.forget(entry.id());
    }

    private Optional<Name> name(Entry entry) {
        boolean unique = entry.type().isUser() || (uniqueGroups && entry.type().isGroup());
        return unique
                ? Optional.ofNullable(entry.attributes().path(attribute(entry)).textValue())
                        .map(text -> new Name(entry.type().name(), CaseFolding.fold(text)))
                : Optional.empty();
    }

    private static String attribute(Entry entry) {
        return entry.type().isGroup() ? "displayName" : "userName";
    }
}
