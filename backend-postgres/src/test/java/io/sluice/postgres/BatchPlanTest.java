package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.TenantId;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.search.FilledDatabase;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The statements that many requests share find their rows by indexes, also by plans that are kept for all values. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchPlanTest {

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private final TestDatabase database = FilledDatabase.create();
    private final StatementLog log = new StatementLog();
    private final Requests requests = Requests.of(new TenantId("plans", 1));
    private final PostgresBackend backend =
            new PostgresBackend(vertx, PostgresSettings.of(database.uri()), InstantSource.system(), log::listening);

    @BeforeAll
    void start() {
        loop.get(backend::start);
    }

    @AfterAll
    void close() {
        loop.get(backend::stop);
        loop.get(vertx::close);
    }

    private List<String> sentFor(BackendRequest request) {
        log.clear();
        assertThat(loop.get(() -> backend.execute(request))).isNotInstanceOf(BackendReply.Failed.class);
        return log.sent();
    }

    private StoredResource created(BackendRequest.Create create) {
        return ((BackendReply.Stored) loop.get(() -> backend.execute(create))).resource();
    }

    @Test
    void lookUpsProbeTheirIndex() {
        StoredResource user = created(requests.create(Fixtures.USER, Fixtures.user("lookup")));

        assertThat(sentFor(requests.read(Fixtures.USER, user.id()))).allSatisfy(this::readsNoTableWhole);
        for (String filter :
                List.of("userName eq \"lookup\"", "externalId eq \"x\"", "emails.value eq \"x@y.example\"")) {
            assertThat(sentFor(requests.search(Fixtures.USER).filter(filter).build()))
                    .hasSize(1)
                    .allSatisfy(this::readsNoTableWhole)
                    .allSatisfy(statement -> assertThat(genericPlan(statement)).doesNotContain("BitmapAnd"));
        }
    }

    @Test
    void writesProbeTheirIndexes() {
        StoredResource user = created(requests.create(Fixtures.USER, Fixtures.user("written")));
        StoredResource group = created(requests.create(Fixtures.GROUP, Fixtures.group("written", List.of())));

        for (BackendRequest write : List.of(
                requests.patch(user, "{\"op\": \"replace\", \"path\": \"title\", \"value\": \"Dr.\"}"),
                requests.patch(
                        group,
                        "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"" + user.id() + "\"}]}"),
                requests.patch(
                        group, "{\"op\": \"remove\", \"path\": \"members[value eq \\\"" + user.id() + "\\\"]\"}"),
                requests.delete(user))) {
            assertThat(sentFor(write)).isNotEmpty().allSatisfy(this::readsNoTableWhole);
        }
    }

    private void readsNoTableWhole(String statement) throws SQLException {
        assertThat(genericPlan(statement)).doesNotContain("Seq Scan on resource r", "Seq Scan on group_member");
    }

    private String genericPlan(String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement jdbc = connection.createStatement()) {
            return KeptStatement.of(jdbc, "shared", statement).plan();
        }
    }
}
