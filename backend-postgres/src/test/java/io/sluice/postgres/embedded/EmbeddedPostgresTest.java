package io.sluice.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.control.EmbeddedServer;
import io.sluice.postgres.server.TestBinaries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /** Closed to others, as /root is. Most cases share the cluster in it: making one takes longest. */
    @TempDir
    static Path closed;

    private final EmbeddedServer server = new EmbeddedPostgres(TestBinaries.DIRECTORY);
    private final List<String> steps = new ArrayList<>();

    private static Path data() {
        return closed.resolve("data");
    }

    private EmbeddedServer.Running start() {
        return server.start(data(), steps::add);
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(EmbeddedServer.class))
                .anyMatch(found ->
                        found instanceof EmbeddedPostgres && found.name().equals("postgres"));
    }

    @Test
    void startsDurableWithChecksumsScramAndTheBuiltinLocale() throws SQLException {
        try (EmbeddedServer.Running running = start();
                Connection connection = Jdbc.connect(running.uri())) {
            assertThat(Jdbc.text(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(Jdbc.text(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(Jdbc.text(connection, "SHOW data_checksums")).isEqualTo("on");
            assertThat(Jdbc.text(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Jdbc.text(connection, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(
                            Jdbc.text(
                                    connection,
                                    "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("bC.UTF-8");
            assertThat(Jdbc.text(connection, "SELECT left(rolpassword, 13) FROM pg_authid WHERE rolname = 'sluice'"))
                    .isEqualTo("SCRAM-SHA-256");
            assertThat(Jdbc.text(connection, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (EmbeddedServer.Running running = start()) {
            String wrong = running.uri().replaceFirst(":[0-9a-f]{48}@", ":wrong@");
            assertThatThrownBy(() -> Jdbc.connect(wrong)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keepsThePasswordInAFileThatOnlyItsOwnerReads() throws IOException {
        try (EmbeddedServer.Running running = start()) {
            Path password = data().resolve("password");
            assertThat(running.uri()).contains(Files.readString(password).strip());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
            assertThat(data().resolve("password.initdb")).doesNotExist();
        }
    }

    @Test
    void keepsItsDataAcrossARestart() throws SQLException {
        try (EmbeddedServer.Running first = start();
                Connection connection = Jdbc.connect(first.uri())) {
            Jdbc.execute(connection, "CREATE TABLE IF NOT EXISTS kept AS SELECT 42 AS answer");
        }
        steps.clear();
        try (EmbeddedServer.Running second = start();
                Connection connection = Jdbc.connect(second.uri())) {
            assertThat(Jdbc.text(connection, "SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(steps).hasSize(1).first().asString().startsWith("Starting PostgreSQL");
    }

    @Test
    void worksWhereOthersMayEnterTooAndBeginsAnewAfterAnInitialisationThatWasCutOff(@TempDir Path open)
            throws IOException {
        Directories.letOthersEnter(open);
        Path fresh = open.resolve("data");
        Files.createDirectories(fresh.resolve("cluster.unfinished").resolve("base"));

        try (EmbeddedServer.Running running = server.start(fresh, steps::add)) {
            assertThat(running.uri()).startsWith("postgresql://sluice:");
        }

        assertThat(fresh.resolve("cluster.unfinished")).doesNotExist();
        assertThat(steps).anyMatch(step -> step.startsWith("Initialising the database"));
        assertThat(steps).last().asString().startsWith("Starting PostgreSQL");
    }

    @Test
    void theBinariesAreUnpackedWholeAlsoByTwoAtOnce(@TempDir Path cache) {
        BinariesArchive archive = new BinariesArchive(Platform.current(), BinariesVersion.current());

        List<Binaries> both = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> archive.unpackedUnder(cache, step -> {}))
                .toList();

        assertThat(both.get(0)).isEqualTo(both.get(1));
        assertThat(Path.of(both.getFirst().postgres())).isExecutable();
        assertThat(cache.toFile().list()).hasSize(1);
    }

    @Test
    void refusesASecondGatewayOnTheSameDirectory() {
        try (EmbeddedServer.Running running = start()) {
            assertThat(running.uri()).isNotEmpty();
            assertThatThrownBy(this::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Another gateway runs on the data directory")
                    .hasMessageContaining("SLUICE_DATA_DIR");
        }
    }

    @Test
    void refusesAClusterOfAnotherMajorVersion() throws IOException {
        start().close();
        Path version = data().resolve("cluster").resolve("PG_VERSION");
        String right = Files.readString(version);
        Files.writeString(version, "13\n");
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("was made by PostgreSQL 13");
        } finally {
            Files.writeString(version, right);
        }
    }

    @Test
    void aKilledGatewayLeavesNoServerBehindAndLosesNothing() throws Exception {
        Process gateway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayProcess.class.getName(),
                        data().toString(),
                        TestBinaries.DIRECTORY.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = gateway.inputReader()) {
            String uri = output.readLine();
            try (Connection connection = Jdbc.connect(uri)) {
                Jdbc.execute(connection, "CREATE TABLE IF NOT EXISTS kept AS SELECT 42 AS answer");
            }
        }
        ProcessHandle postmaster = PostmasterFile.read(new Layout(data()).postmasterPid())
                .orElseThrow()
                .process()
                .orElseThrow();
        gateway.destroyForcibly().waitFor();
        postmaster.onExit().get(30, TimeUnit.SECONDS);

        try (EmbeddedServer.Running running = start();
                Connection connection = Jdbc.connect(running.uri())) {
            assertThat(Jdbc.text(connection, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void runsInASessionOfItsOwnSoThatCtrlCDoesNotReachIt() throws IOException {
        try (EmbeddedServer.Running running = start()) {
            assertThat(running.uri()).isNotEmpty();
            long pid = PostmasterFile.read(new Layout(data()).postmasterPid())
                    .orElseThrow()
                    .pid();
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            assertThat(afterName[3]).describedAs("session").isEqualTo(Long.toString(pid));
        }
    }
}
