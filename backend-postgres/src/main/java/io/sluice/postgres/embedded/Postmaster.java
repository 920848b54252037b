package io.sluice.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the server process. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    /** After a crash the server replays its log before it is ready. */
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int ATTEMPTS = 3;

    private final Layout layout;
    private final Binaries binaries;
    private final Account account;
    private final ServerLog log;

    Postmaster(Layout layout, Binaries binaries, Account account) {
        this.layout = layout;
        this.binaries = binaries;
        this.account = account;
        this.log = new ServerLog(layout.log());
    }

    /** Ends the server that a killed gateway left; it may be shutting down already. */
    void stopLeftover(Consumer<String> progress) {
        Optional<PostmasterFile> file = PostmasterFile.read(layout.postmasterPid());
        if (file.isEmpty()) {
            return;
        }
        if (file.get().process().isPresent()) {
            progress.accept("Waiting for the database of the last run to stop");
            stop();
        } else {
            forget();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(layout.postmasterPid());
        } catch (IOException e) {
            throw EmbeddedFailure.because("The stale file " + layout.postmasterPid() + " cannot be removed", e);
        }
    }

    /** Returns the port that it listens on. */
    int start(Consumer<String> progress) {
        log.rotate();
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            if (launch(port, progress)) {
                return port;
            }
            // Between choosing a port and binding it another program may have taken it.
            if (attempt == ATTEMPTS) {
                throw EmbeddedFailure.because(
                        "PostgreSQL ended while it started; " + layout.log() + " ends with: " + log.tail());
            }
        }
    }

    private boolean launch(int port, Consumer<String> progress) {
        return switch (account) {
            case Account.Child child -> awaitReady(spawn(child, port), progress);
            case Account.Daemon ignored -> {
                startDetached(port);
                yield true;
            }
        };
    }

    private Process spawn(Account.Child child, int port) {
        List<String> server = Command.join(
                List.of(binaries.postgres(), "-D", layout.cluster().toString()),
                ServerSettings.forPort(port).arguments());
        ProcessBuilder builder = new ProcessBuilder(Command.join(child.serverPrefix(), server))
                .directory(layout.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log().toFile()));
        return spawnFromLastingThread(builder);
    }

    /** The kernel ties a child to the thread that made it, so that thread waits until the server ends. */
    private Process spawnFromLastingThread(ProcessBuilder builder) {
        CompletableFuture<Process> spawned = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("sluice-postgres-parent").start(() -> {
            try {
                Process process = builder.start();
                process.getOutputStream().close();
                spawned.complete(process);
                LOG.debug("PostgreSQL ended with {}", process.waitFor());
            } catch (IOException | InterruptedException e) {
                spawned.completeExceptionally(e);
            }
        });
        try {
            return spawned.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw EmbeddedFailure.because("PostgreSQL cannot be started", new IOException(e.getCause()));
        }
    }

    private boolean awaitReady(Process process, Consumer<String> progress) {
        Instant begin = Instant.now();
        boolean told = false;
        while (process.isAlive()) {
            if (PostmasterFile.read(layout.postmasterPid())
                    .filter(PostmasterFile::ready)
                    .isPresent()) {
                return true;
            }
            Duration waited = Duration.between(begin, Instant.now());
            if (waited.compareTo(LONGEST_START) > 0) {
                stop();
                return false;
            }
            if (!told && waited.compareTo(WORTH_TELLING) > 0) {
                progress.accept("The database recovers from its last stop");
                told = true;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return false;
    }

    private void startDetached(int port) {
        List<String> options = ServerSettings.forPort(port).arguments().stream()
                .map(argument -> argument.endsWith("=") ? argument + "''" : argument)
                .toList();
        pgCtl(
                "Starting PostgreSQL",
                List.of(
                        "start",
                        "-w",
                        "-t",
                        Long.toString(LONGEST_START.toSeconds()),
                        "-l",
                        layout.log().toString(),
                        "-o",
                        String.join(" ", options)));
    }

    void stop() {
        pgCtl("Stopping PostgreSQL", List.of("stop", "-w", "-m", "fast", "-t", "120"));
    }

    private void pgCtl(String what, List<String> arguments) {
        List<String> command =
                Command.join(List.of(binaries.pgCtl(), "-D", layout.cluster().toString()), arguments);
        Command.run(what, Command.join(account.prefix(), command), layout.root(), "");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw EmbeddedFailure.because("No free port on the loopback address", e);
        }
    }
}
