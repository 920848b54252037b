package io.sluice.gateway.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does numbered pieces of work, a bounded number at a time; a piece that fails does not stop the others. */
final class Workers {

    private final int concurrency;

    Workers(int concurrency) {
        this.concurrency = concurrency;
    }

    void each(int count, ProgressBar bar, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] running = IntStream.range(0, concurrency)
                    .mapToObj(worker -> CompletableFuture.runAsync(() -> drain(next, count, bar, work), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(running).join();
        }
    }

    private static void drain(AtomicInteger next, int count, ProgressBar bar, IntConsumer work) {
        for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
            attempt(index, work);
            bar.step();
        }
    }

    @SuppressWarnings("EmptyCatch")
    private static void attempt(int index, IntConsumer work) {
        try {
            work.accept(index);
        } catch (ScimSession.StepFailed counted) {
            // It stands in the measurements; the rest of this piece makes no sense without it.
        }
    }
}
