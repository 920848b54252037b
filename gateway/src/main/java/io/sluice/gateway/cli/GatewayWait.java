package io.sluice.gateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for a gateway, and says so: for an answer that takes long, and for one that is starting and does not listen yet. Nobody is
 * waited for where none is.
 *
 * @param base the gateway's address
 * @param limit of the wait for an answer
 * @param err for people; what programs read stays clean
 * @param starting whether there is one that may begin to listen
 */
record GatewayWait(String base, Optional<Duration> limit, PrintWriter err, BooleanSupplier starting) {

    /** For most answers, and for the gateway to listen. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration UNNOTICED = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** The answer to what is asked, asked again as long as nobody listens. */
    <T> T on(Supplier<CompletableFuture<T>> ask) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        boolean said = false;
        while (true) {
            try {
                return answer(ask.get());
            } catch (ConnectException nobody) {
                if (!starting.getAsBoolean() || System.nanoTime() > end) {
                    throw nobody;
                }
                if (!said) {
                    say("the gateway at " + base + " is not listening yet; waiting at most " + LONGEST.toSeconds()
                            + " s for its start");
                    said = true;
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        }
    }

    private <T> T answer(CompletableFuture<T> asked) throws IOException, InterruptedException {
        try {
            try {
                return asked.get(UNNOTICED.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                say("waiting"
                        + limit.map(most -> " at most " + most.toSeconds() + " s")
                                .orElse("") + " for the answer of " + base);
                return asked.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        }
    }

    private void say(String what) {
        err.println("sluice: " + what);
        err.flush();
    }
}
