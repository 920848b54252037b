package io.sluice.load.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.load.drive.Operation;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.Migration;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The baseline writes what it says, and nothing into the tables of the gateway. */
final class RawPostgresTest {

    private static final int FILLED = 10;
    private static final int WRITES = 5;

    private final TestDatabase database = TestDatabase.create();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void aDatabaseWithoutAGatewayGetsTheCheapestStatementsOnly() throws Exception {
        Map<String, Operation> operations =
                await(RawPostgres.prepare(vertx, database.uri(), FILLED)).operations();

        assertThat(operations).containsOnlyKeys("raw get", "raw create, one each", "raw create, coalesced");
        run(operations);
        assertThat(count("sluice_baseline.person")).isEqualTo(FILLED + 2 * WRITES);
        assertThat(count("sluice_baseline.audit")).isEqualTo(2 * WRITES);
    }

    @Test
    void besideAGatewayItsRowsAreWrittenInTablesLikeItsOwn() throws Exception {
        await(Migration.run(vertx, PostgresSettings.of(database.uri())));
        change("""
                INSERT INTO resource (tenant, type, id, name_key, display_key, emails, created, modified, version, operation, doc,
                  search)
                VALUES (7, 'User', gen_random_uuid(), 'anna', 'anna', '{7:anna@example.com}', now(), now(), 1,
                  gen_random_uuid(), '\\x7b7d', '{"userName": "anna"}')""");

        Map<String, Operation> operations =
                await(RawPostgres.prepare(vertx, database.uri(), FILLED)).operations();

        assertThat(operations).containsKey("raw create, same rows");
        run(operations);
        assertThat(count("sluice_baseline.resource")).isEqualTo(WRITES);
        assertThat(count("sluice_baseline.resource WHERE doc = '\\x7b7d' AND search @> '{\"userName\": \"anna\"}'"))
                .isEqualTo(WRITES);
        assertThat(count("sluice_baseline.audit_event")).isEqualTo(WRITES);
        assertThat(count("resource")).isEqualTo(1);
        assertThat(count("audit_event")).isZero();
        assertThat(indexes("sluice_baseline")).containsExactlyInAnyOrderElementsOf(indexes("public"));
    }

    private static void run(Map<String, Operation> operations) throws Exception {
        for (Operation operation : operations.values()) {
            for (int write = 0; write < WRITES; write++) {
                await(operation.once(write));
            }
        }
    }

    /** What the indexes of the users' table are on. */
    private List<String> indexes(String schema) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT array_agg(substring(indexdef from 'USING.*'))
                        FROM pg_indexes WHERE tablename = 'resource' AND schemaname = '%s'""".formatted(schema))) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }

    private int count(String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
