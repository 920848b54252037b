package io.sluice.ldap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that many want done is done by the first of them; the others wait and get its result, or its failure. */
final class SingleFlight<T> {

    private final AtomicReference<@Nullable CompletableFuture<T>> flight = new AtomicReference<>();

    /** Blocks. Whoever comes after the end begins anew. */
    T join(Supplier<T> work) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> other = flight.compareAndExchange(null, mine);
        if (other != null) {
            return result(other);
        }
        try {
            mine.complete(work.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            flight.set(null);
        }
        return result(mine);
    }

    private static <T> T result(CompletableFuture<T> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
