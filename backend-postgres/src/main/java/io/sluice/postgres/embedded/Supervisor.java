package io.sluice.postgres.embedded;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that the server process belongs to. The kernel ties a child to the thread that made it, so this one lasts as long as
 * the server does; and since it learns of the server's end, it starts it again when nobody wanted that end.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    /** After a crash the processes of the old server may still hold its memory for a moment. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(1);

    private final ProcessBuilder server;
    private volatile boolean wanted;

    Supervisor(ProcessBuilder server) {
        this.server = server;
    }

    /** Starts the server and returns its process; from {@link #keepRunning} on it is started again when it ends. */
    Process start() {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("sluice-postgres-parent").start(() -> run(started));
        try {
            return started.join();
        } catch (CompletionException e) {
            throw EmbeddedFailure.because("PostgreSQL cannot be started", new IOException(e.getCause()));
        }
    }

    void keepRunning() {
        wanted = true;
    }

    void letEnd() {
        wanted = false;
    }

    private void run(CompletableFuture<Process> started) {
        try {
            Process first = launch();
            started.complete(first);
            first.waitFor();
            Instant lastUp = Instant.now();
            Duration pause = PAUSE;
            while (wanted && isRecent(lastUp)) {
                LOG.warn("PostgreSQL has ended by itself and is started again");
                LockSupport.parkNanos(pause.toNanos());
                Instant begin = Instant.now();
                launch().waitFor();
                boolean wasUp = Duration.between(begin, Instant.now()).compareTo(PAUSE) > 0;
                lastUp = wasUp ? Instant.now() : lastUp;
                pause = wasUp ? PAUSE : longer(pause);
            }
            if (wanted) {
                LOG.error("PostgreSQL does not stay up and is not started again; server.log says why");
            }
        } catch (IOException | InterruptedException e) {
            started.completeExceptionally(e);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static boolean isRecent(Instant lastUp) {
        return Duration.between(lastUp, Instant.now()).compareTo(LONGEST_OUTAGE) < 0;
    }

    private Process launch() throws IOException {
        Process process = server.start();
        process.getOutputStream().close();
        return process;
    }
}
