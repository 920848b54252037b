package io.sluice.ldap.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * Keeps the writes to one resource in the order in which they came. While some are being done others gather, and the next turn
 * gets all of them at once.
 *
 * @param <K> what tells resources apart
 * @param <T> a write
 */
final class Lanes<K, T> {

    private final Map<K, Deque<T>> waiting = new HashMap<>();
    private final Executor executor;
    private final BiConsumer<K, List<T>> turn;

    /**
     * @param turn does the writes in their order, blocking; must not throw
     */
    Lanes(Executor executor, BiConsumer<K, List<T>> turn) {
        this.executor = executor;
        this.turn = turn;
    }

    void submit(K key, T write) {
        boolean idle;
        synchronized (waiting) {
            idle = !waiting.containsKey(key);
            waiting.computeIfAbsent(key, ignored -> new ArrayDeque<>()).add(write);
        }
        if (idle) {
            executor.execute(() -> drain(key));
        }
    }

    private void drain(K key) {
        for (List<T> next = takeAll(key); !next.isEmpty(); next = takeAll(key)) {
            turn.accept(key, next);
        }
    }

    /** Nothing ends the lane, so that the next submission starts a new one. */
    private List<T> takeAll(K key) {
        synchronized (waiting) {
            Deque<T> queue = waiting.getOrDefault(key, new ArrayDeque<>());
            if (queue.isEmpty()) {
                waiting.remove(key);
                return List.of();
            }
            List<T> taken = new ArrayList<>(queue);
            queue.clear();
            return taken;
        }
    }
}
