package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.server.TestDatabase;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many statements, and with them round trips, a request costs. */
class StatementCountTest extends BackendContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }

    private List<String> sentFor(BackendRequest... requests) {
        StatementLog log = ((PostgresSetup) setup()).statements();
        log.clear();
        List<BackendReply> replies = client().sendAll(List.of(requests));
        assertThat(replies).noneMatch(BackendReply.Failed.class::isInstance);
        return log.sent();
    }

    /** The server derives the type of each parameter itself: one that it cannot costs a refusal and a second attempt. */
    private static void preparedAtTheFirstAttempt(String statement) throws SQLException {
        try (Connection connection = TestDatabase.shared().connect();
                Statement sql = connection.createStatement()) {
            sql.execute("PREPARE attempt AS " + statement);
        }
    }

    @Test
    void aCreateIsOneStatement() {
        assertThat(sentFor(client().requests().create(Fixtures.USER, Fixtures.user(Fixtures.name("u")))))
                .hasSize(1);
    }

    @Test
    void aGroupIsCreatedWithItsMembersByOneStatement() {
        List<StoredResource> users = client().users(Fixtures.names("u", 5));

        assertThat(sentFor(client().requests().create(Fixtures.GROUP, Fixtures.group(Fixtures.name("g"), users))))
                .hasSize(1);
    }

    @Test
    void aReadIsOneStatementWithGroupsAndMembers() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("g"), user);

        assertThat(sentFor(client().requests().read(Fixtures.USER, user.id()))).hasSize(1);
        assertThat(sentFor(client().requests().read(Fixtures.GROUP, group.id())))
                .hasSize(1);
    }

    @Test
    void aChangeOfMembersIsOneStatement() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("g"));

        for (String operation : List.of(
                "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}",
                "{\"op\": \"remove\", \"path\": \"members[value eq \\\"%s\\\"]\"}",
                "{\"op\": \"replace\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}")) {
            assertThat(sentFor(withoutMembership(client().requests().patch(group, operation.formatted(user.id())))))
                    .as(operation)
                    .hasSize(1);
        }
    }

    @Test
    void aChangeOfAttributesIsTwoStatements() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("g"), user);

        assertThat(sentFor(client().requests()
                        .patch(user, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}")))
                .hasSize(2);
        assertThat(sentFor(client().requests().replace(user, Fixtures.user(Fixtures.name("renamed")))))
                .hasSize(2);
        assertThat(sentFor(withoutMembership(client().requests()
                        .patch(group, "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"New\"}"))))
                .hasSize(2);
    }

    @Test
    void aChangeOfAGroupIsPreparedAtTheFirstAttempt() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("g"));

        for (String operation : List.of(
                "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}",
                "{\"op\": \"remove\", \"path\": \"members[value eq \\\"%s\\\"]\"}",
                "{\"op\": \"replace\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}",
                "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"Renamed %s\"}")) {
            assertThat(sentFor(client().requests().patch(group, operation.formatted(user.id()))))
                    .as(operation)
                    .isNotEmpty()
                    .allSatisfy(StatementCountTest::preparedAtTheFirstAttempt);
        }
    }

    @Test
    void whatChangesNothingIsOneRead() {
        StoredResource user = client().user(Fixtures.name("u"));

        assertThat(sentFor(client().requests().patch(user, "{\"op\": \"remove\", \"path\": \"title\"}")))
                .hasSize(1);
    }

    @Test
    void aDeleteIsOneStatement() {
        StoredResource user = client().user(Fixtures.name("u"));
        client().group(Fixtures.name("g"), user);

        assertThat(sentFor(client().requests().delete(user))).hasSize(1);
    }

    @Test
    void aListWithGroupsAndItsTotalIsOneStatement() {
        client().users(Fixtures.names("u", 5));

        assertThat(sentFor(client().requests()
                        .search(Fixtures.USER)
                        .page(1, 2)
                        .include(Include.ALL)
                        .build()))
                .hasSize(1);
        assertThat(sentFor(client().requests()
                        .search(Fixtures.USER)
                        .filter("userName eq \"nobody\"")
                        .build()))
                .hasSize(1);
    }

    @Test
    void writesThatWaitShareStatements() {
        List<BackendRequest> creates = Fixtures.names("many", 100).stream()
                .<BackendRequest>map(name -> client().requests().create(Fixtures.USER, Fixtures.user(name)))
                .toList();

        assertThat(sentFor(creates.toArray(BackendRequest[]::new))).hasSizeLessThan(10);
    }

    @Test
    void theCreatesOfALargeBulkRequestTakeAHandfulOfStatements() {
        List<BackendRequest> creates = Fixtures.names("bulk", 1_000).stream()
                .<BackendRequest>map(name -> client().requests().create(Fixtures.USER, Fixtures.user(name)))
                .toList();

        assertThat(sentFor(creates.toArray(BackendRequest[]::new))).hasSizeLessThan(10);
    }

    @Test
    void changesOfMembersOfOneGroupThatWaitShareStatements() {
        List<StoredResource> users = client().users(Fixtures.names("u", 100));
        StoredResource group = client().group(Fixtures.name("g"));
        List<BackendRequest> patches = users.stream()
                .<BackendRequest>map(user -> withoutMembership(client().requests()
                        .patch(
                                group,
                                "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}"
                                        .formatted(user.id()))))
                .toList();

        assertThat(sentFor(patches.toArray(BackendRequest[]::new))).hasSizeLessThan(10);
    }

    @Test
    void changesOfAttributesThatWaitShareTheirReadsAndTheirWrites() {
        List<BackendRequest> patches = client().users(Fixtures.names("u", 100)).stream()
                .<BackendRequest>map(user -> client().requests()
                        .patch(user, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}"))
                .toList();

        assertThat(sentFor(patches.toArray(BackendRequest[]::new))).hasSizeLessThan(20);
    }

    @Test
    void readsThatWaitShareStatements() {
        List<BackendRequest> reads = new ArrayList<>();
        for (StoredResource user : client().users(Fixtures.names("u", 50))) {
            reads.add(client().requests().read(Fixtures.USER, user.id()));
            reads.add(client().requests()
                    .search(Fixtures.USER)
                    .filter("userName eq \"" + user.id() + "\"")
                    .build());
        }

        assertThat(sentFor(reads.toArray(BackendRequest[]::new))).hasSizeLessThan(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"externalId eq \"nobody-%s\"", "emails.value eq \"nobody-%s@example.com\""})
    void matchesThatWaitShareStatements(String filter) {
        BackendRequest[] searches = Fixtures.names("match", 100).stream()
                .map(name -> client().requests()
                        .search(Fixtures.USER)
                        .filter(filter.formatted(name))
                        .build())
                .toArray(BackendRequest[]::new);

        assertThat(sentFor(searches)).hasSizeLessThan(10);
    }

    private static BackendRequest.Patch withoutMembership(BackendRequest.Patch patch) {
        return new BackendRequest.Patch(
                patch.context(), patch.type(), patch.id(), patch.plan(), patch.precondition(), Include.NOTHING);
    }
}
