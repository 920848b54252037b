package io.sluice.postgres.search;

import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.Migration;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tenants of {@code fill.sql}, for tests that look at plans: filled once, because copying the files takes a tenth of the time. */
public final class FilledDatabase {

    private static final class Original {
        static final TestDatabase DATABASE = fill();
    }

    private FilledDatabase() {}

    /** One of its own. */
    public static TestDatabase create() {
        return Original.DATABASE.copy();
    }

    private static TestDatabase fill() {
        TestDatabase database = TestDatabase.create();
        Vertx vertx = Vertx.vertx();
        try {
            await(Migration.run(vertx, PostgresSettings.of(database.uri())));
        } finally {
            await(vertx.close());
        }
        try (InputStream script = FilledDatabase.class.getResourceAsStream("fill.sql");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new AssertionError("The database cannot be filled", e);
        }
        return database;
    }

    private static void await(Future<Void> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
