package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.kit.EventLoop;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Several nodes meet an empty database at once; what they leave keeps tenants apart in every key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {

    private static final int NODES = 4;

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private final TestDatabase database = TestDatabase.create();
    private final List<PostgresBackend> nodes = Stream.generate(
                    () -> new PostgresBackend(vertx, PostgresSettings.of(database.uri())))
            .limit(NODES)
            .toList();

    @BeforeAll
    void startAllAtOnce() {
        loop.get(() -> Future.all(nodes.stream().map(PostgresBackend::start).toList()));
    }

    @AfterAll
    void stop() {
        loop.get(() -> Future.all(nodes.stream().map(PostgresBackend::stop).toList()));
        loop.get(vertx::close);
    }

    @Test
    void eachMigrationIsAppliedOnce() throws SQLException {
        assertThat(texts("SELECT version FROM sluice_schema_history WHERE success AND version <> '0' GROUP BY version"
                        + " HAVING count(*) > 1"))
                .isEmpty();
        assertThat(texts("SELECT version FROM sluice_schema_history WHERE NOT success"))
                .isEmpty();
        assertThat(texts("SELECT version FROM sluice_schema_history WHERE success"))
                .contains("1", "2", "3", "4");
    }

    /** But for the index over e-mails, which has the tenant in its values. */
    @Test
    void everyKeyOfResourcesAndMembersBeginsWithTheTenant() throws SQLException {
        List<String> keys = texts("""
            SELECT c.relname || ': ' || pg_get_indexdef(i.indexrelid, 1, true)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
            WHERE i.indrelid IN ('resource'::regclass, 'group_member'::regclass) AND a.amname = 'btree'\
            """);

        assertThat(keys)
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(key -> assertThat(key).endsWith(": tenant"));
    }

    @Test
    void membersAreFoundFromBothSides() throws SQLException {
        assertThat(texts("""
            SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = 'group_member'::regclass\
            """))
                .anySatisfy(index -> assertThat(index).contains("(tenant, group_id, member_id)"))
                .anySatisfy(index -> assertThat(index).contains("(tenant, member_id, group_id)"));
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
