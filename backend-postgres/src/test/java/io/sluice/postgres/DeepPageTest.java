package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Total;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages by index far from the beginning, in a tenant of 25,000 users that have been there for long. */
final class DeepPageTest extends BackendContract {

    private static final int USERS = 25_000;
    private static final String LANDMARKS = "row_number() OVER (ORDER BY r.id)";

    private final TestDatabase database = TestDatabase.create();
    private BackendClient own;

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx, PostgresSettings.of(database.uri()));
    }

    @BeforeEach
    void fill() throws SQLException {
        own = newTenant();
        insert(id("00000000-0000", "n"), USERS);
    }

    @Test
    void everyPageIsWhereItWouldBeWithoutLandmarks() {
        for (int start : new int[] {9_999, 10_001, 10_002, 12_345, 20_001, 20_000, 24_998}) {
            assertThat(places(start, 3)).as("startIndex %s", start).containsExactly(start - 1, start, start + 1);
        }
        assertThat(places(24_999, 100)).containsExactly(24_998, 24_999);
        assertThat(places(25_001, 100)).isEmpty();
        assertThat(places(Integer.MAX_VALUE, 100)).isEmpty();
    }

    @Test
    void theTotalIsExactOnEveryPage() {
        for (int start : new int[] {1, 20_001, 24_999, 25_001}) {
            assertThat(own.find(own.requests().search(Fixtures.USER).page(start, 5))
                            .total())
                    .isEqualTo(new Total(USERS, true));
        }
    }

    @Test
    void landmarksAreLookedForOnce() {
        StatementLog log = ((PostgresSetup) setup()).statements();
        log.clear();

        own.sendAll(IntStream.range(0, 20)
                .<BackendRequest>mapToObj(n -> own.requests()
                        .search(Fixtures.USER)
                        .page(15_000 + n * 400, 5)
                        .build())
                .toList());

        assertThat(log.sent()).hasSize(21);
        assertThat(log.sent()).filteredOn(text -> text.contains(LANDMARKS)).hasSize(1);
    }

    @Test
    void aDeletionMovesTheRestForwardsAtOnce() {
        assertThat(places(20_001, 2)).containsExactly(20_000, 20_001);

        own.delete(places(15_000).getFirst());

        for (int repetition = 0; repetition < 2; repetition++) {
            BackendReply.Found page =
                    own.find(own.requests().search(Fixtures.USER).page(20_001, 2));
            assertThat(page.resources()).extracting(DeepPageTest::place).containsExactly(20_001, 20_002);
            assertThat(page.total()).isEqualTo(new Total(USERS - 1, true));
        }
    }

    @Test
    void whatIsMadeLaterIsOnTheLastPage() {
        assertThat(places(24_999, 5)).containsExactly(24_998, 24_999);

        StoredResource late = own.user("late");

        BackendReply.Found page = own.find(own.requests().search(Fixtures.USER).page(25_000, 5));
        assertThat(page.resources()).extracting(StoredResource::id).last().isEqualTo(late.id());
        assertThat(page.total()).isEqualTo(new Total(USERS + 1, true));
    }

    /** Requests commit in another order than that of their ids. */
    @Test
    void whatCommitsLateIsInItsPlace() throws SQLException {
        own = newTenant();
        long now = System.currentTimeMillis();
        insert(young(now - 20_000, "n"), 1_500);
        List<Integer> before = places(1_201, 2);

        insert(young(now - 25_000, "9999"), 1);

        assertThat(before).containsExactly(1_200, 1_201);
        assertThat(places(1_201, 2)).containsExactly(1_199, 1_200);
    }

    @Test
    void anotherTenantsDeletionsMoveNothing() {
        assertThat(places(20_001, 1)).containsExactly(20_000);
        BackendClient other = newTenant();
        other.delete(other.user("other"));
        StatementLog log = ((PostgresSetup) setup()).statements();
        log.clear();

        assertThat(places(20_001, 1)).containsExactly(20_000);
        assertThat(places(20_001, 1)).containsExactly(20_000);

        assertThat(log.sent()).noneMatch(text -> text.contains(LANDMARKS));
    }

    private List<Integer> places(int start, int count) {
        return own.find(own.requests().search(Fixtures.USER).page(start, count)).resources().stream()
                .map(DeepPageTest::place)
                .toList();
    }

    private List<StoredResource> places(int start) {
        return own.find(own.requests().search(Fixtures.USER).page(start, 1)).resources();
    }

    private static int place(StoredResource resource) {
        return Integer.parseInt(resource.id().substring(24));
    }

    private static String young(long millis, String n) {
        String time = String.format("%012x", millis);
        return id(time.substring(0, 8) + '-' + time.substring(8), n);
    }

    /** The last digits of an id tell its place. */
    private static String id(String time, String n) {
        return "'%s-7000-8000-' || lpad(%s::text, 12, '0')".formatted(time, n);
    }

    private void insert(String id, int count) throws SQLException {
        update("""
                INSERT INTO resource (tenant, type, id, name_key, created, modified, version, operation, doc, search)
                SELECT %d, 'User', (%s)::uuid, gen_random_uuid()::text, now(), now(), 1, gen_random_uuid(), '{}', '{}'
                FROM generate_series(0, %d) AS n
                """.formatted(tenant(), id, count - 1));
    }

    private int tenant() {
        return own.requests().tenant().number();
    }

    private void update(String text) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(text);
        }
    }
}
