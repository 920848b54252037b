package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code duplicateGroups: reject}. */
final class UniqueGroupNamesTest extends BackendContract {

    private final TestDatabase database = TestDatabase.create();

    private ObjectNode settings(String duplicates) {
        return new JsonMapper().createObjectNode().put("uri", database.uri()).put("duplicateGroups", duplicates);
    }

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx, PostgresSettings.read(settings("reject")));
    }

    @Test
    void ofParallelCreatesWithOneDisplayNameExactlyOneWins() {
        BackendClient own = newTenant();
        StoredResource user = own.user("member");

        List<BackendReply> replies = own.sendAll(IntStream.range(0, 32)
                .mapToObj(i -> own.requests()
                        .create(
                                Fixtures.GROUP,
                                Fixtures.group(
                                        i % 3 == 0 ? "The Team" : "THE TEAM", i % 2 == 0 ? List.of() : List.of(user))))
                .toList());

        assertThat(replies).filteredOn(BackendReply.Stored.class::isInstance).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> !(reply instanceof BackendReply.Stored))
                .allSatisfy(reply -> assertThat(BackendClient.refusal(ErrorKind.UNIQUENESS, reply))
                        .contains("displayName"));
        assertThat(own.count(Fixtures.GROUP)).isEqualTo(1);
    }

    @Test
    void aTakenNameIsRefusedInPatchAndPutAndFreeAfterwards() {
        BackendClient own = newTenant();
        StoredResource first = own.group("First");
        StoredResource second = own.group("Second");

        own.refused(
                ErrorKind.UNIQUENESS,
                own.requests().patch(second, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"FIRST\"}"));
        own.refused(ErrorKind.UNIQUENESS, own.requests().replace(second, Fixtures.group("first", List.of())));
        assertThat(own.read(second).version()).isEqualTo(second.version());
        own.patch(first, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"FIRST\"}");
        own.delete(own.read(first));
        own.patch(second, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"First\"}");

        assertThat(own.ids(Fixtures.GROUP, "displayName eq \"first\"")).containsExactly(second.id());
    }

    @Test
    void anotherTenantAndUsersHaveNamesOfTheirOwn() {
        newTenant().group("Same");
        BackendClient other = newTenant();

        other.group("Same");
        other.create(Fixtures.USER, Fixtures.user("a").put("displayName", "Same"));
        other.create(Fixtures.USER, Fixtures.user("b").put("displayName", "Same"));

        assertThat(other.count(Fixtures.USER)).isEqualTo(2);
    }

    @Test
    void namesThatAreTwoGroupsAlreadyKeepTheNodeFromStarting() {
        TestDatabase doubled = TestDatabase.create();
        ObjectNode allow = settings("allow").put("uri", doubled.uri());
        Vertx vertx = Vertx.vertx();
        try {
            PostgresBackend backend = new PostgresBackend(vertx, PostgresSettings.read(allow));
            await(backend.start());
            BackendClient own = newTenant();
            for (int i = 0; i < 2; i++) {
                await(backend.execute(own.requests().create(Fixtures.GROUP, Fixtures.group("Twice", List.of()))));
            }

            Future<Void> start =
                    new PostgresBackend(vertx, PostgresSettings.read(allow.put("duplicateGroups", "reject"))).start();

            assertThatThrownBy(() -> await(start)).hasMessageContaining("duplicateGroups");
        } finally {
            await(vertx.close());
        }
    }

    @Test
    void severalNodesThatStartAtOnceBuildTheIndexOnceAndOneThatAllowsLeavesIt() throws SQLException {
        TestDatabase shared = TestDatabase.create();
        ObjectNode allow = settings("allow").put("uri", shared.uri());
        PostgresSettings reject = PostgresSettings.read(allow.deepCopy().put("duplicateGroups", "reject"));
        Vertx vertx = Vertx.vertx();
        try {
            await(new PostgresBackend(vertx, PostgresSettings.read(allow)).start());
            await(Future.all(IntStream.range(0, 4)
                    .mapToObj(i -> new PostgresBackend(vertx, reject).start())
                    .toList()));
            long built = index(shared);
            assertThat(built).isPositive();

            await(new PostgresBackend(vertx, reject).start());
            await(new PostgresBackend(vertx, PostgresSettings.read(allow)).start());

            assertThat(index(shared)).isEqualTo(built);
        } finally {
            await(vertx.close());
        }
    }

    /** The identity of the index, which is another one when it was built anew; zero if there is none that holds. */
    private static long index(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT indexrelid::bigint FROM pg_index WHERE indisvalid AND"
                        + " indexrelid = to_regclass('resource_group_name')")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Test
    void whatIsNeitherAllowNorRejectIsRefused() {
        assertThatThrownBy(() -> PostgresSettings.read(settings("maybe"))).hasMessageContaining("allow or reject");
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
