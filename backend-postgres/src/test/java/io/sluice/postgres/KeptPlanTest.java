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
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A statement that requests share is planned a few times and not for each request, also when few come at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptPlanTest {

    /** What the server tries before it decides whether to keep a plan. */
    private static final int TRIALS = 5;

    private static final int REPETITIONS = 12;

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private final TestDatabase database = TestDatabase.create();
    private final List<Sql> connections = new ArrayList<>();
    private final Requests requests = Requests.of(new TenantId("plans", 1));
    private final PostgresBackend backend =
            new PostgresBackend(vertx, oneConnection(), InstantSource.system(), this::remembered);

    private record Prepared(String statement, long custom, long generic) {}

    private Sql remembered(Sql sql) {
        connections.add(sql);
        return sql;
    }

    private PostgresSettings oneConnection() {
        PostgresSettings defaults = PostgresSettings.of(database.uri());
        return new PostgresSettings(
                database.uri(),
                1,
                1,
                defaults.maxWaiting(),
                defaults.batchSize(),
                defaults.statementTimeout(),
                defaults.memberPageSize(),
                defaults.exactTotals(),
                true,
                defaults.trigramIndexes(),
                defaults.equalityIndex(),
                defaults.uniqueGroups());
    }

    @BeforeAll
    void start() {
        loop.get(backend::start);
    }

    @AfterAll
    void close() {
        loop.get(backend::stop);
        loop.get(vertx::close);
    }

    @Test
    void aSharedStatementIsNotPlannedForEachRequest() {
        StoredResource group = stored(requests.create(Fixtures.GROUP, Fixtures.group("staff", List.of())));
        for (int n = 0; n < REPETITIONS; n++) {
            StoredResource user = stored(requests.create(Fixtures.USER, Fixtures.user("user" + n)));
            send(requests.read(Fixtures.USER, user.id()));
            for (String filter :
                    List.of("userName eq \"user" + n + "\"", "externalId eq \"x\"", "emails eq \"x@y.z\"")) {
                send(requests.search(Fixtures.USER).filter(filter).build());
            }
            send(requests.patch(user, "{\"op\": \"replace\", \"path\": \"title\", \"value\": \"Dr.\"}"));
            send(requests.patch(
                    group,
                    "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"" + user.id() + "\"}]}"));
            send(requests.delete(user));
        }

        List<Prepared> shared = prepared().stream()
                .filter(prepared -> prepared.statement.contains("unnest("))
                .filter(prepared -> prepared.custom + prepared.generic >= REPETITIONS)
                .toList();

        assertThat(shared)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(prepared -> assertThat(prepared.custom)
                        .as("%s and %s kept", prepared.statement, prepared.generic)
                        .isLessThanOrEqualTo(TRIALS));
    }

    private List<Prepared> prepared() {
        return connections.stream()
                .flatMap(sql -> loop
                        .get(() -> sql.send(
                                "SELECT statement, custom_plans, generic_plans FROM pg_prepared_statements",
                                Tuple.tuple()))
                        .stream())
                .map(row -> new Prepared(row.getString(0), row.getLong(1), row.getLong(2)))
                .collect(Collectors.toList());
    }

    private StoredResource stored(BackendRequest request) {
        return ((BackendReply.Stored) loop.get(() -> backend.execute(request))).resource();
    }

    private void send(BackendRequest request) {
        assertThat(loop.get(() -> backend.execute(request))).isNotInstanceOf(BackendReply.Failed.class);
    }
}
