package io.sluice.load.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a run knows of its tenant: the ids it was given. Several threads may use it. */
public final class World {

    private final Map<Integer, String> users = new ConcurrentHashMap<>();
    private final Map<Integer, String> groups = new ConcurrentHashMap<>();
    private final AtomicInteger imported = new AtomicInteger();

    void user(int index, String id) {
        users.put(index, id);
    }

    void forget(int index) {
        users.remove(index);
    }

    void group(int index, String id) {
        groups.put(index, id);
    }

    Optional<String> user(int index) {
        return Optional.ofNullable(users.get(index));
    }

    Optional<String> group(int index) {
        return Optional.ofNullable(groups.get(index));
    }

    /** Users that are there. */
    public int userCount() {
        return users.size();
    }

    public int groupCount() {
        return groups.size();
    }

    void imported(int more) {
        imported.addAndGet(more);
    }

    /** Users that an import read. */
    public int importedCount() {
        return imported.get();
    }
}
