package io.sluice.postgres.batch;

import io.sluice.postgres.sql.SqlErrors;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A {@link Batcher} for writes of which those with the same key have to keep their order: they are in one statement at a time,
 * in the order in which they came, as many of them as the batch has room for.
 *
 * @param <K> what is written
 */
public final class OrderedBatcher<K, T, R> {

    private static final class Lane<T, R> {
        final Queue<Waiting<T, R>> waiting = new ArrayDeque<>();
        boolean busy;
    }

    private record Batch<K, T, R>(List<Waiting<T, R>> writes, Set<K> keys) {}

    private final Flush<T, R> flush;
    private final Function<T, K> key;
    private final Supplier<Predicate<T>> room;
    private final int slots;
    private final int batchSize;
    private final int maxWaiting;
    private final Map<K, Lane<T, R>> lanes = new HashMap<>();
    /** Keys that have writes waiting and none under way. */
    private final Queue<K> ready = new ArrayDeque<>();

    private int waiting;
    private int busy;

    /**
     * @param room makes, for one batch, what says whether one more write fits into it; the first one always has to
     */
    public OrderedBatcher(
            Function<List<T>, Future<List<R>>> statement,
            Function<T, K> key,
            Supplier<Predicate<T>> room,
            int slots,
            int batchSize,
            int maxWaiting) {
        this.flush = new Flush<>(statement);
        this.key = key;
        this.room = room;
        this.slots = slots;
        this.batchSize = batchSize;
        this.maxWaiting = maxWaiting;
    }

    /** Fails with UNAVAILABLE when too many wait already. */
    public Future<R> submit(T item) {
        Waiting<T, R> write = Waiting.of(item);
        synchronized (lanes) {
            if (waiting >= maxWaiting) {
                return Future.failedFuture(SqlErrors.unavailable("Too many requests are waiting; try again."));
            }
            waiting++;
            K of = key.apply(item);
            Lane<T, R> lane = lanes.computeIfAbsent(of, unused -> new Lane<>());
            if (!lane.busy && lane.waiting.isEmpty()) {
                ready.add(of);
            }
            lane.waiting.add(write);
        }
        pump();
        return write.promise().future();
    }

    /** How many have not found a slot yet. */
    public int waiting() {
        synchronized (lanes) {
            return waiting;
        }
    }

    private void pump() {
        for (Batch<K, T, R> batch = take(); !batch.writes().isEmpty(); batch = take()) {
            Set<K> keys = batch.keys();
            flush.send(batch.writes(), () -> {
                release(keys);
                pump();
            });
        }
    }

    private Batch<K, T, R> take() {
        synchronized (lanes) {
            Batch<K, T, R> batch = new Batch<>(new ArrayList<>(), new HashSet<>());
            if (busy < slots && !ready.isEmpty()) {
                fill(batch);
                waiting -= batch.writes().size();
                busy++;
            }
            return batch;
        }
    }

    private void fill(Batch<K, T, R> batch) {
        Predicate<T> fits = room.get();
        boolean full = false;
        while (!full && !ready.isEmpty()) {
            Lane<T, R> lane = Objects.requireNonNull(lanes.get(ready.element()));
            int before = batch.writes().size();
            while (!lane.waiting.isEmpty()
                    && batch.writes().size() < batchSize
                    && fits.test(lane.waiting.element().item())) {
                batch.writes().add(lane.waiting.remove());
            }
            full = batch.writes().size() == before;
            if (!full) {
                lane.busy = true;
                batch.keys().add(ready.remove());
            }
        }
    }

    private void release(Set<K> keys) {
        synchronized (lanes) {
            busy--;
            for (K of : keys) {
                Lane<T, R> lane = Objects.requireNonNull(lanes.get(of));
                lane.busy = false;
                if (lane.waiting.isEmpty()) {
                    lanes.remove(of);
                } else {
                    ready.add(of);
                }
            }
        }
    }
}
