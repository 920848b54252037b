package io.sluice.postgres.batch;

import io.sluice.postgres.sql.SqlErrors;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Lets requests that wait share one statement: for a read it saves most of its way to the server and back, for a write also the
 * flush of the server's log to disk.
 *
 * <p>There is no timer: whoever finds a free slot goes out at once, alone, and costs what a single statement costs. While all
 * slots are busy requests gather, and the next free slot takes all of them, up to the batch size. So the batch grows with the
 * load, and each write is answered after the commit that holds it.
 *
 * @param <T> a request
 * @param <R> what became of it
 */
public final class Batcher<T, R> {

    private final Flush<T, R> flush;
    private final int slots;
    private final int batchSize;
    private final int maxWaiting;
    private final Queue<Waiting<T, R>> queue = new ArrayDeque<>();
    private int busy;

    /**
     * @param statement sends one statement for all; one result for each item in its order
     * @param slots how many statements may be under way at once
     * @param maxWaiting beyond which requests are refused
     */
    public Batcher(Function<List<T>, Future<List<R>>> statement, int slots, int batchSize, int maxWaiting) {
        this.flush = new Flush<>(statement);
        this.slots = slots;
        this.batchSize = batchSize;
        this.maxWaiting = maxWaiting;
    }

    /** Fails with UNAVAILABLE when too many wait already. */
    public Future<R> submit(T item) {
        Waiting<T, R> waiting = Waiting.of(item);
        synchronized (queue) {
            if (queue.size() >= maxWaiting) {
                return Future.failedFuture(SqlErrors.unavailable("Too many requests are waiting; try again."));
            }
            queue.add(waiting);
        }
        pump();
        return waiting.promise().future();
    }

    /** How many have not found a slot yet. */
    public int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    private void pump() {
        for (List<Waiting<T, R>> batch = take(); !batch.isEmpty(); batch = take()) {
            send(batch);
        }
    }

    private List<Waiting<T, R>> take() {
        synchronized (queue) {
            if (busy >= slots || queue.isEmpty()) {
                return List.of();
            }
            List<Waiting<T, R>> batch = new ArrayList<>(Math.min(batchSize, queue.size()));
            while (batch.size() < batchSize && !queue.isEmpty()) {
                batch.add(queue.remove());
            }
            busy++;
            return batch;
        }
    }

    private void send(List<Waiting<T, R>> batch) {
        flush.send(batch, () -> {
            synchronized (queue) {
                busy--;
            }
            pump();
        });
    }
}
