package io.sluice.postgres.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.postgres.PostgresBackendProvider;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Indexes that the configuration asks for, and the filters that they answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtraIndexesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = FilledDatabase.create();

    private ObjectNode settings() {
        ObjectNode settings = new JsonMapper().createObjectNode().put("uri", database.uri());
        settings.put("equalityIndex", true);
        settings.putArray("trigramIndexes").add("displayName").add("name.familyName");
        return settings;
    }

    @BeforeAll
    void start() throws Exception {
        // The indexes come to the rows: the other way round each row would come to the indexes, which takes longer.
        startAndStop(settings());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Instant end = Instant.now().plus(PATIENCE);
            while (count(statement) < 3 && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            statement.execute("ANALYZE resource");
        }
    }

    private void startAndStop(ObjectNode settings) {
        var backend = new PostgresBackendProvider().create(vertx, settings);
        await(backend.start());
        await(backend.stop());
    }

    @AfterAll
    void close() {
        await(vertx.close());
    }

    @Test
    void aSearchWithinATextUsesItsIndex() throws SQLException {
        assertThat(plan("displayName co \"name 1234\"")).contains("resource_trigram_");
        assertThat(plan("displayName ew \"e 1234\"")).contains("resource_trigram_");
        assertThat(plan("name.familyName co \"lovelace\"")).contains("resource_trigram_");
    }

    @Test
    void aTextThatTheIndexCannotNarrowDoesNotUseIt() throws SQLException {
        assertThat(plan("displayName co \"34\"")).doesNotContain("resource_trigram_");
        assertThat(plan("displayName co \"-----\"")).doesNotContain("resource_trigram_");
    }

    @Test
    void anEqualityOfAnyAttributeUsesTheIndexOverAll() throws SQLException {
        assertThat(plan("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"x\""))
                .contains("resource_search");
        assertThat(plan("emails[type eq \"home\"]")).contains("resource_search");
    }

    @Test
    void whatCannotHaveAnIndexIsRefusedByName() {
        for (String name : new String[] {"emails.value", "active", "unheardOf"}) {
            ObjectNode wrong = settings();
            wrong.putArray("trigramIndexes").add(name);
            assertThatThrownBy(() -> new PostgresBackendProvider().create(vertx, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("trigramIndexes")
                    .hasMessageContaining(name);
        }
    }

    private String plan(String filter) throws SQLException {
        try (Plans plans = new Plans(vertx, PostgresSettings.of(database.uri()))) {
            return plans.explain(filter);
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT count(*) FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid AND i.indisvalid"
                        + " WHERE c.relname = 'resource_search' OR c.relname LIKE 'resource_trigram_%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
