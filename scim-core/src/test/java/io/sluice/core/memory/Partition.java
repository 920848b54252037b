package io.sluice.core.memory;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.schema.ResourceType;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Everything that is kept for one tenant. */
final class Partition {

    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private final Map<String, String> idsByUserName = new HashMap<>();
    private final Map<UUID, BackendReply> committed = new HashMap<>();
    private final Memberships memberships = new Memberships();

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

    /** Refuses an entry whose userName another user has. */
    void checkUnique(Entry entry) {
        userName(entry)
                .filter(name -> !entry.id().equals(idsByUserName.getOrDefault(name, entry.id())))
                .ifPresent(name -> {
                    throw ScimException.of(
                            ErrorKind.UNIQUENESS,
                            "Another user has the userName "
                                    + entry.attributes().path("userName").asText() + " already (case is ignored).");
                });
    }

    void put(Entry entry) {
        find(entry.id()).flatMap(Partition::userName).ifPresent(idsByUserName::remove);
        userName(entry).ifPresent(name -> idsByUserName.put(name, entry.id()));
        entries.put(entry.id(), entry);
    }

    void remove(Entry entry) {
        userName(entry).ifPresent(idsByUserName::remove);
        entries.remove(entry.id());
        memberships.forget(entry.id());
    }

    private static Optional<String> userName(Entry entry) {
        return entry.type().isUser()
                ? Optional.ofNullable(entry.attributes().path("userName").textValue())
                        .map(CaseFolding::fold)
                : Optional.empty();
    }
}
