package io.sluice.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts and stops the server process. */
final class Postmaster {

    /** After a crash the server replays its log before it is ready. */
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int ATTEMPTS = 3;

    private final Layout layout;
    private final Binaries binaries;
    private final Account account;
    private final ServerLog log;
    private Optional<Supervisor> supervisor = Optional.empty();
    private boolean crashed;

    Postmaster(Layout layout, Binaries binaries, Account account) {
        this.layout = layout;
        this.binaries = binaries;
        this.account = account;
        this.log = new ServerLog(layout.log());
    }

    /** Ends the server that a killed gateway left; it may be shutting down already. */
    void stopLeftover(Consumer<String> progress) {
        supervisor.ifPresent(Supervisor::letEnd);
        Optional<PostmasterFile> file = PostmasterFile.read(layout.postmasterPid());
        if (file.isEmpty()) {
            return;
        }
        if (file.get().process().isPresent()) {
            progress.accept("Waiting for the database of the last run to stop");
            stop();
        } else {
            crashed = true;
            forget();
        }
    }

    /** Why a start may take long: a server that did not stop cleanly left its file, and replays its log now. */
    String slowness() {
        return crashed ? "The database recovers from its last stop" : "The database takes a moment to start";
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
            case Account.Child child -> superviseFrom(new Supervisor(server(child, port)), progress);
            case Account.Daemon ignored -> {
                startDetached(port);
                yield true;
            }
        };
    }

    private boolean superviseFrom(Supervisor starting, Consumer<String> progress) {
        boolean ready = awaitReady(starting.start(), progress);
        if (ready) {
            starting.keepRunning();
            supervisor = Optional.of(starting);
        }
        return ready;
    }

    private ProcessBuilder server(Account.Child child, int port) {
        List<String> server = Command.join(
                List.of(binaries.postgres(), "-D", layout.cluster().toString()),
                ServerSettings.forPort(port).arguments());
        return new ProcessBuilder(Command.join(child.serverPrefix(), server))
                .directory(layout.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log().toFile()));
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
                progress.accept(slowness());
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
        supervisor.ifPresent(Supervisor::letEnd);
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
