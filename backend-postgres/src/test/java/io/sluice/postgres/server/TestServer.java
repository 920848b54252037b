package io.sluice.postgres.server;

import io.sluice.core.control.EmbeddedServer;
import io.sluice.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One server for the test JVM: the one that {@code SLUICE_TEST_POSTGRES_URI} names (its role must be allowed to make
 * databases), else a container when a Docker engine answers, else the embedded binaries. Never none.
 */
public final class TestServer {

    private static final String IMAGE = "postgres:18";

    private TestServer() {}

    public static String uri() {
        return Holder.URI;
    }

    private static final class Holder {
        static final String URI = Optional.ofNullable(System.getenv("SLUICE_TEST_POSTGRES_URI"))
                .orElseGet(() -> DockerClientFactory.instance().isDockerAvailable() ? container() : embedded());
    }

    @SuppressWarnings("resource") // Lives as long as the JVM; the library's own watcher removes it afterwards.
    private static String container() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.start();
        return "postgresql://" + container.getUsername() + ":" + container.getPassword() + "@" + container.getHost()
                + ":" + container.getFirstMappedPort() + "/" + container.getDatabaseName();
    }

    private static String embedded() {
        try {
            Path directory = Files.createTempDirectory("sluice-test-postgres-");
            EmbeddedServer.Running server = new EmbeddedPostgres(TestBinaries.DIRECTORY).start(directory, step -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                OwnServer own = new OwnServer(server, directory);
                own.quit();
                own.close();
                delete(directory);
            }));
            forget(server.uri());
            return server.uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is thrown away need not reach the disk; tests that kill a server have one of their own. */
    private static void forget(String uri) {
        try (Connection connection = new TestDatabase(uri).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET fsync = off");
            statement.execute("ALTER SYSTEM SET full_page_writes = off");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new AssertionError("The test server cannot be set up", e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
