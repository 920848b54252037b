package io.sluice.postgres.server;

import io.sluice.postgres.embedded.ColdStandby;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A server and a standby that follows it, made from a cold copy. */
public record StandbyPair(OwnServer primary, OwnServer standby) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static StandbyPair start(Path directory) {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        OwnServer.start(first).close();
        ColdStandby copy = ColdStandby.copy(first, second);
        OwnServer primary = OwnServer.start(first);
        copy.follow(primary.uri());
        return new StandbyPair(primary, OwnServer.start(second));
    }

    /** Both hosts, the one that is the standby at first named first. */
    public String uri() {
        return ColdStandby.uriOf(standby.uri(), primary.uri());
    }

    /** A commit is acknowledged only when the standby has it. */
    public void synchronise() throws SQLException {
        execute(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'");
        execute(primary, "SELECT pg_reload_conf()");
        await("SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'");
    }

    /** Commits of the old primary that wait for a standby wait no longer. */
    public void forgetStandby() throws SQLException {
        execute(primary, "ALTER SYSTEM RESET synchronous_standby_names");
        execute(primary, "SELECT pg_reload_conf()");
    }

    public void promote() throws SQLException {
        execute(standby, "SELECT pg_promote(true, 30)");
    }

    private void await(String condition) throws SQLException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!query(primary, condition).equals("t")) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not so within " + PATIENCE + ": " + condition);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    public static void execute(OwnServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    public static String query(OwnServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(OwnServer server) throws SQLException {
        URI uri = URI.create(server.uri());
        String[] account = uri.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + uri.getPort() + uri.getPath(), account[0], account[1]);
    }

    @Override
    public void close() {
        standby.close();
        primary.close();
    }
}
