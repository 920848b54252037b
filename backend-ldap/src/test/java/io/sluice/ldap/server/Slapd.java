package io.sluice.ldap.server;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real OpenLDAP server of the Debian package, with a configuration of its own in a temporary directory. */
public final class Slapd implements DirectoryServer {

    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
    private static final Path SCHEMAS = Path.of("/etc/ldap/schema/inetorgperson.ldif");
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Path directory;
    private final int port;
    private Process process;

    private Slapd(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.process = launch();
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isReadable(SCHEMAS);
    }

    public static Slapd start() {
        try {
            Path directory = Files.createTempDirectory("slapd");
            Files.createDirectories(directory.resolve("config"));
            Files.createDirectories(directory.resolve("data"));
            copy("/io/sluice/ldap/schema/sluice-olc.ldif", directory, "sluice-olc.ldif");
            copy("/slapd/config.ldif", directory, "config.ldif");
            copy("/slapd/suffix.ldif", directory, "suffix.ldif");
            load(directory, "0", "config.ldif");
            load(directory, "1", "suffix.ldif");
            return new Slapd(directory, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** As a crash would: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        await(process);
    }

    public void restart() {
        process = launch();
    }

    @Override
    public void close() {
        process.destroy();
        await(process);
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Slapd::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        Process started = run(List.of(
                PROGRAM.toString(),
                "-d",
                "0",
                "-F",
                directory.resolve("config").toString(),
                "-h",
                "ldap://127.0.0.1:" + port));
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("slapd did not start");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return started;
    }

    private boolean answers() {
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port, BIND_DN, BIND_PASSWORD)) {
            return connection.isConnected();
        } catch (LDAPException e) {
            return false;
        }
    }

    private static void load(Path directory, String database, String ldif) {
        Process slapadd = run(List.of(
                "/usr/sbin/slapadd",
                "-F",
                directory.resolve("config").toString(),
                "-n",
                database,
                "-l",
                directory.resolve(ldif).toString()));
        if (await(slapadd) != 0) {
            throw new IllegalStateException("slapadd refused " + ldif);
        }
    }

    private static Process run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void copy(String resource, Path directory, String name) throws IOException {
        try (InputStream in = Slapd.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@DIR@", directory.toString());
            Files.writeString(directory.resolve(name), text);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
