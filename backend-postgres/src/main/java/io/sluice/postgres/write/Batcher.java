package io.sluice.postgres.write;

import io.sluice.postgres.sql.SqlErrors;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Lets writes that wait share one statement, and with it one flush of the server's log to disk.
 *
 * <p>There is no timer: a write that finds a free slot goes out at once, alone, and costs what a single statement costs. While
 * all slots are busy writes gather, and the next free slot takes all of them, up to the batch size. So the batch grows with the
 * load, and each write is answered after the commit that holds it.
 *
 * <p>A batch that fails because of one of its rows is sent again row by row, so that a bad row fails only itself.
 *
 * @param <T> a write
 * @param <R> what became of it
 */
final class Batcher<T, R> {

    private record Waiting<T, R>(T item, Promise<R> promise) {}

    private final Function<List<T>, Future<List<R>>> flush;
    private final int slots;
    private final int batchSize;
    private final int maxWaiting;
    private final Queue<Waiting<T, R>> queue = new ArrayDeque<>();
    private int busy;

    /**
     * @param flush sends one statement for all; one result for each item in its order
     * @param slots how many statements may be under way at once
     * @param maxWaiting beyond which writes are refused
     */
    Batcher(Function<List<T>, Future<List<R>>> flush, int slots, int batchSize, int maxWaiting) {
        this.flush = flush;
        this.slots = slots;
        this.batchSize = batchSize;
        this.maxWaiting = maxWaiting;
    }

    Future<R> submit(T item) {
        Waiting<T, R> waiting = new Waiting<>(item, Promise.promise());
        synchronized (queue) {
            if (queue.size() >= maxWaiting) {
                return Future.failedFuture(SqlErrors.unavailable("Too many writes are waiting; try again."));
            }
            queue.add(waiting);
        }
        pump();
        return waiting.promise().future();
    }

    private void pump() {
        for (List<Waiting<T, R>> batch = take(); !batch.isEmpty(); batch = take()) {
            send(batch);
        }
    }

    private List<Waiting<T, R>> take() {
        synchronized (queue) {
            List<Waiting<T, R>> batch = new ArrayList<>();
            if (busy < slots) {
                while (batch.size() < batchSize && !queue.isEmpty()) {
                    batch.add(queue.remove());
                }
            }
            busy += batch.isEmpty() ? 0 : 1;
            return batch;
        }
    }

    private void send(List<Waiting<T, R>> batch) {
        flushed(batch).onComplete(done -> {
            synchronized (queue) {
                busy--;
            }
            pump();
        });
    }

    private Future<Void> flushed(List<Waiting<T, R>> batch) {
        return answer(batch)
                .onSuccess(results -> {
                    for (int i = 0; i < results.size(); i++) {
                        batch.get(i).promise().complete(results.get(i));
                    }
                })
                .<Void>mapEmpty()
                .recover(cause -> failed(batch, cause));
    }

    private Future<List<R>> answer(List<Waiting<T, R>> batch) {
        try {
            return flush.apply(batch.stream().map(Waiting::item).toList());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Void> failed(List<Waiting<T, R>> batch, Throwable cause) {
        if (batch.size() == 1 || SqlErrors.isInterruption(cause)) {
            batch.forEach(waiting -> waiting.promise().fail(cause));
            return Future.succeededFuture();
        }
        Future<Void> oneByOne = Future.succeededFuture();
        for (Waiting<T, R> waiting : batch) {
            oneByOne = oneByOne.compose(ignored -> flushed(List.of(waiting)));
        }
        return oneByOne;
    }
}
