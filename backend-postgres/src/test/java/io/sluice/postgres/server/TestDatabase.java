package io.sluice.postgres.server;

import io.sluice.postgres.sql.Migration;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A database on the one server of this test JVM. */
public record TestDatabase(String uri) {

    private static final class Shared {
        static final TestDatabase DATABASE = create();
    }

    /** One for all tests that keep apart by tenant. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** One of its own, empty. */
    public static TestDatabase create() {
        return createOn(TestServer.uri());
    }

    static TestDatabase createOn(String serverUri) {
        return createOn(serverUri, "");
    }

    /** One of its own with what this one has; nobody may be connected to this one. */
    public TestDatabase copy() {
        return createOn(
                TestServer.uri(), " TEMPLATE " + URI.create(uri).getPath().substring(1));
    }

    private static TestDatabase createOn(String serverUri, String from) {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = connect(serverUri);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + from);
        } catch (SQLException e) {
            throw new AssertionError("No database can be made on the test server", e);
        }
        URI server = URI.create(serverUri);
        return new TestDatabase("postgresql://" + server.getRawUserInfo() + "@" + server.getHost() + ":"
                + server.getPort() + "/" + name);
    }

    /** What a start does before it serves: brings the tables, and what was stored in earlier forms, to the present version. */
    public void migrate() {
        Vertx vertx = Vertx.vertx();
        try {
            Migration.run(vertx, PostgresSettings.of(uri))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    public Connection connect() throws SQLException {
        return connect(uri);
    }

    private static Connection connect(String uri) throws SQLException {
        URI parsed = URI.create(uri);
        String[] user = parsed.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + parsed.getHost() + ":" + parsed.getPort() + parsed.getPath(), user[0], user[1]);
    }
}
