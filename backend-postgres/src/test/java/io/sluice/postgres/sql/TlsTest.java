package io.sluice.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.kit.EventLoop;
import io.sluice.postgres.server.OwnServer;
import io.sluice.postgres.server.StandbyPair;
import io.sluice.postgres.server.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes encrypted connections with SCRAM only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

    @TempDir
    static Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private OwnServer server;
    private TestCertificate ours;
    private TestCertificate foreign;

    @BeforeAll
    void start() throws Exception {
        server = OwnServer.start(directory.resolve("data"));
        Path cluster = directory.resolve("data").resolve("cluster");
        ours = TestCertificate.make(directory.resolve("ours"), "ip:127.0.0.1");
        foreign = TestCertificate.make(directory.resolve("foreign"), "ip:127.0.0.1");
        give(ours.certificate(), cluster.resolve("server.crt"));
        give(ours.key(), cluster.resolve("server.key"));
        Files.writeString(cluster.resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
        StandbyPair.execute(server, "ALTER SYSTEM SET ssl = on");
        StandbyPair.execute(server, "SELECT pg_reload_conf()");
    }

    private static void give(Path from, Path to) throws Exception {
        Files.copy(from, to);
        Object owner = Files.getAttribute(to.getParent(), "unix:uid");
        Files.setAttribute(to, "unix:uid", owner);
        Files.setPosixFilePermissions(to, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }

    @AfterAll
    void stop() {
        loop.get(vertx::close);
        server.close();
    }

    @Test
    void withoutEncryptionNobodyComesIn() {
        assertThatThrownBy(() -> ask("disable", server.uri())).rootCause().hasMessageContaining("no encryption");
    }

    @Test
    void requireEncryptsAndAsksForNoCertificate() {
        assertThat(ask("require", server.uri())).isEqualTo("TLSv1.3");
    }

    @Test
    void verifyFullTakesTheServerThatItsAuthorityVouchesFor() {
        assertThat(ask("verify-full", server.uri(), ours)).isEqualTo("TLSv1.3");
    }

    @Test
    void verifyFullRefusesAForeignAuthority() {
        assertThatThrownBy(() -> ask("verify-full", server.uri(), foreign)).hasMessageContaining("rootCertificate");
        assertThatThrownBy(() -> ask("verify-full", server.uri())).hasMessageContaining("rootCertificate");
    }

    @Test
    void verifyFullRefusesAnotherNameAndVerifyCaDoesNotLookAtIt() {
        String byName = server.uri().replace("127.0.0.1", "localhost");

        assertThatThrownBy(() -> ask("verify-full", byName, ours)).hasMessageContaining("rootCertificate");
        assertThat(ask("verify-ca", byName, ours)).isEqualTo("TLSv1.3");
    }

    @Test
    void passwordsAreKeptAndSentAsScram() throws Exception {
        assertThatThrownBy(() -> ask("require", server.uri().replaceFirst("sluice:[^@]*@", "sluice:wrong@")))
                .rootCause()
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("wrong");
        assertThat(StandbyPair.query(server, "SELECT left(rolpassword, 14) FROM pg_authid WHERE rolname = 'sluice'"))
                .isEqualTo("SCRAM-SHA-256$");
    }

    @Test
    void migrationsComeInTheSameWay() {
        for (String mode : List.of("require", "verify-ca", "verify-full")) {
            assertThatCode(() -> loop.get(() -> Migration.run(vertx, settings(mode, server.uri(), ours))))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> loop.get(() -> Migration.run(vertx, settings("verify-full", server.uri(), foreign))))
                .hasMessageContaining("cannot be brought up to date");
    }

    private String ask(String mode, String uri, TestCertificate... authority) {
        Database database = new Database(vertx, settings(mode, uri, authority));
        Sql sql = database.open("tls", 1);
        try {
            loop.get(database::start);
            return loop.get(() -> sql.send(
                            "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl", Tuple.tuple()))
                    .iterator()
                    .next()
                    .getString("version");
        } finally {
            loop.get(database::close);
        }
    }

    private static PostgresSettings settings(String mode, String uri, TestCertificate... authority) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("uri", uri + "?sslmode=" + mode);
        for (TestCertificate certificate : authority) {
            settings.put("rootCertificate", certificate.certificate().toString());
        }
        return PostgresSettings.read(settings);
    }
}
