package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.TenantId;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A first synchronisation fills an empty database faster than its server counts tables, and the plans of statements are kept: those
 * that were made when there was nobody must not stay.
 */
final class FirstSynchronisationTest {

    private static final int USERS = 20_000;

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private final TestDatabase database = TestDatabase.create();
    private final StatementLog log = new StatementLog();
    private final Requests requests = Requests.of(new TenantId("empty", 1));
    private final PostgresBackend backend =
            new PostgresBackend(vertx, PostgresSettings.of(database.uri()), InstantSource.system(), log::listening);

    @AfterEach
    void close() {
        loop.get(backend::stop);
        loop.get(vertx::close);
    }

    @Test
    void resourcesAreFoundByTheirIdsAlsoByPlansOfTheEmptyDatabase() throws SQLException {
        loop.get(backend::start);
        List<String> statements = statementsAboutFew();

        try (Connection connection = database.connect();
                Statement jdbc = connection.createStatement()) {
            Map<String, KeptStatement> kept = new LinkedHashMap<>();
            for (String statement : statements) {
                kept.put(statement, KeptStatement.of(jdbc, "kept_" + kept.size(), statement));
            }
            for (KeptStatement statement : kept.values()) {
                assertThat(statement.plan()).contains(" on resource");
            }
            fill(jdbc);
            awaitCounted(jdbc);

            for (Map.Entry<String, KeptStatement> statement : kept.entrySet()) {
                assertThat(statement.getValue().plan().lines().filter(line -> line.contains(" on resource")))
                        .as(statement.getKey())
                        .allMatch(line ->
                                line.matches(".*(Using|using) resource_pkey .*|.*(Update|Insert|Delete) on .*"));
            }
        }
    }

    /** Of a group that gets another name and other members, each found by its id. */
    private List<String> statementsAboutFew() {
        StoredResource user = created(requests.create(Fixtures.USER, Fixtures.user("first")));
        log.clear();
        StoredResource group = created(requests.create(Fixtures.GROUP, Fixtures.group("first", List.of(user))));
        loop.get(() -> backend.execute(requests.replace(group, Fixtures.group("second", List.of(user)))));
        loop.get(() -> backend.execute(requests.patch(
                group, "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"" + user.id() + "\"}]}")));
        loop.get(() -> backend.execute(requests.read(Fixtures.USER, user.id())));
        loop.get(() -> backend.execute(requests.read(Fixtures.GROUP, group.id())));
        return log.sent().stream().distinct().toList();
    }

    private StoredResource created(BackendRequest.Create create) {
        return ((BackendReply.Stored) loop.get(() -> backend.execute(create))).resource();
    }

    private static void fill(Statement jdbc) throws SQLException {
        jdbc.execute("""
                INSERT INTO resource (tenant, type, id, name_key, created, modified, version, operation, doc, search)
                SELECT 1, 'User', gen_random_uuid(), 'user.' || n, now(), now() + n * interval '1 ms', 1, gen_random_uuid(),
                    '\\x7b7d', '{}'
                FROM generate_series(1, %d) n""".formatted(USERS));
        // A session that does not become idle tells the server what it changed no more than once a second.
        jdbc.execute("SELECT pg_stat_force_next_flush()");
    }

    /** The server's own analysis comes once a minute. */
    private static void awaitCounted(Statement jdbc) throws SQLException {
        jdbc.execute("""
                DO $$
                BEGIN
                    FOR try IN 1..200 LOOP
                        EXIT WHEN (SELECT reltuples >= %1$d FROM pg_class WHERE oid = 'resource'::regclass);
                        PERFORM pg_sleep(0.1);
                    END LOOP;
                    ASSERT (SELECT reltuples >= %1$d FROM pg_class WHERE oid = 'resource'::regclass), 'not analysed in 20 s';
                END $$""".formatted(USERS));
    }
}
