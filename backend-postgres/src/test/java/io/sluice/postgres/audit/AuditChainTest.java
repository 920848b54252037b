package io.sluice.postgres.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditRetention;
import io.sluice.core.control.AuditVerification;
import io.sluice.core.control.ControlStore;
import io.sluice.postgres.control.PostgresControlStore;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.Pools;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
class AuditChainTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TestDatabase database = TestDatabase.create();
    private final List<String> ids =
            IntStream.range(0, 25).mapToObj(i -> UUID.randomUUID().toString()).toList();
    private ControlStore store;
    private Pool pool;
    private AuditSealer sealer;

    @BeforeEach
    void writeAndSeal(Vertx vertx) {
        store = new PostgresControlStore(vertx, PostgresSettings.of(database.uri()));
        await(store.start());
        pool = Pools.open(vertx, PostgresSettings.of(database.uri()), "test", 2);
        sealer = new AuditSealer(Pools.sql(pool));
        for (int i = 0; i < 25; i++) {
            append("acme", ids.get(i), NOW.minus(100 - i, ChronoUnit.DAYS));
            append("globex", UUID.randomUUID().toString(), NOW);
            if (i % 5 == 4) {
                seal();
            }
        }
        seal();
    }

    @AfterEach
    void stop() {
        await(pool.close().compose(closed -> store.stop()));
    }

    @Test
    void whatWasSealedVerifies() {
        AuditVerification found = verify();
        assertThat(found.intact()).isTrue();
        assertThat(found.verified()).isEqualTo(25);
        assertThat(found.unsealed()).isZero();
        assertThat(found.head()).hasValueSatisfying(head -> assertThat(head).hasSize(64));
        assertThat(await(store.audit().verify("nobody")).intact()).isTrue();
    }

    @Test
    void youngEventsAreCountedAsUnsealed() {
        append("acme", UUID.randomUUID().toString(), NOW);
        assertThat(verify().unsealed()).isEqualTo(1);
        await(sealer.run());
        assertThat(verify().unsealed()).as("the first run only looks").isEqualTo(1);
        await(sealer.run());
        assertThat(verify().unsealed()).isZero();
        assertThat(verify().verified()).isEqualTo(26);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_event SET actor = 'nobody' WHERE id = '%s'       | was changed",
                "UPDATE audit_event SET at = at + interval '1 s' WHERE id = '%s' | was changed",
                "UPDATE audit_event SET changes = '[{}]' WHERE id = '%s'       | was changed",
                "UPDATE audit_event SET outcome = 'failure' WHERE id = '%s'    | was changed",
                "DELETE FROM audit_event WHERE id = '%s'                       | is missing",
                "UPDATE audit_event SET tenant = 'globex' WHERE id = '%s'      | is missing"
            })
    void namesTheFirstBadEntry(String tampering, String reason) throws SQLException {
        String first = ids.get(7);
        execute(tampering.formatted(first));
        execute(tampering.formatted(ids.get(20)));

        AuditVerification found = verify();
        assertThat(found.firstBad()).hasValueSatisfying(bad -> assertThat(bad).contains(reason));
        if (reason.equals("was changed")) {
            assertThat(found.firstBad().orElseThrow()).contains(first);
        }
        assertThat(found.verified()).isEqualTo(5);
    }

    @Test
    void noticesAnEntryThatWasAddedAfterwards() throws SQLException {
        String forged = UUID.randomUUID().toString();
        execute("""
                INSERT INTO audit_event (tenant, at, seq, id, action, idp, actor, target, outcome, request_id, client_address)
                SELECT 'acme', at, seq + 1, '%s', action, idp, actor, target, outcome, request_id, client_address
                FROM audit_event WHERE id = '%s'""".formatted(forged, ids.get(3)));

        assertThat(verify().firstBad())
                .hasValueSatisfying(bad -> assertThat(bad).contains(forged, "was added"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_block SET hashes = overlay(hashes placing '\\x00' from 1) WHERE number = 2 | block 2 was changed",
                "UPDATE audit_block SET hash = previous WHERE number = 2                     | block 2 was changed",
                "DELETE FROM audit_block WHERE number = 3 AND tenant = 'acme'                | block 4 does not follow",
                "DELETE FROM audit_block WHERE number = 5 AND tenant = 'acme'                | is in no block"
            })
    void noticesABlockThatWasTamperedWith(String tampering, String reason) throws SQLException {
        execute(tampering);
        assertThat(verify().firstBad())
                .hasValueSatisfying(bad -> assertThat(bad).contains(reason));
    }

    @Test
    void removesOldBlocksAndSaysFromWhereTheChainBegins() {
        assertThat(prune("acme", 88))
                .as("two blocks of five are older as a whole")
                .isEqualTo(10);

        AuditVerification found = verify();
        assertThat(found.firstBad()).isEmpty();
        assertThat(found.verified()).isEqualTo(15);
        assertThat(found.beginning()).contains(new AuditVerification.Beginning(3, NOW.minus(91, ChronoUnit.DAYS)));
        assertThat(stored("acme")).isEqualTo(15);
        assertThat(await(store.audit().verify("globex")).verified())
                .as("another tenant's")
                .isEqualTo(25);
        assertThat(prune("acme", 88)).as("once only").isZero();
    }

    @Test
    void aTenantOfWhichNothingIsYoungEnoughLosesEverythingAndItsChainGoesOn() {
        String head = verify().head().orElseThrow();
        assertThat(prune("acme", 10)).isEqualTo(25);

        assertThat(stored("acme")).isZero();
        assertThat(verify().firstBad()).isEmpty();
        assertThat(verify().head())
                .as("still proves that nothing was cut off the end")
                .contains(head);
        append("acme", UUID.randomUUID().toString(), NOW);
        seal();
        AuditVerification found = verify();
        assertThat(found.firstBad()).isEmpty();
        assertThat(found.verified()).isEqualTo(1);
        assertThat(found.beginning()).map(AuditVerification.Beginning::block).contains(6L);
    }

    @Test
    void prunersThatRunAtOnceRemoveEachEventOnce() {
        List<Future<Long>> running = IntStream.range(0, 8)
                .mapToObj(i -> store.audit().prune(keeping("acme", i % 2 == 0 ? 88 : 83)))
                .toList();

        assertThat(running.stream().mapToLong(AuditChainTest::await).sum()).isEqualTo(15);
        assertThat(verify().firstBad()).isEmpty();
        assertThat(verify().verified()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_event SET actor = 'nobody' WHERE id = '%s'                    | was changed",
                "DELETE FROM audit_event WHERE id = '%s'                                    | is missing",
                "DELETE FROM audit_block WHERE number = 3 AND tenant = 'acme'               | block 4 does not follow",
                "DELETE FROM audit_beginning WHERE tenant = 'acme'                          | block 3 does not follow",
                "UPDATE audit_beginning SET number = 3 WHERE tenant = 'acme'                | block 4 does not follow",
                "UPDATE audit_event SET seq = 1, at = at - interval '1 d' WHERE id = '%s'   | where events had been removed"
            })
    void tamperingAfterPruningIsStillNamed(String tampering, String reason) throws SQLException {
        prune("acme", 88);
        execute(tampering.formatted(ids.get(12)));

        assertThat(verify().firstBad())
                .hasValueSatisfying(bad -> assertThat(bad).contains(reason));
    }

    @Test
    void blocksThatWentWithoutANoteAreMissed() throws SQLException {
        execute("DELETE FROM audit_event WHERE tenant = 'acme' AND seq <= (SELECT max(s) FROM audit_block,"
                + " unnest(seqs) AS s WHERE tenant = 'acme' AND number = 1)");
        execute("DELETE FROM audit_block WHERE tenant = 'acme' AND number = 1");

        assertThat(verify().firstBad())
                .hasValueSatisfying(bad -> assertThat(bad).contains("block 2 does not follow"));
    }

    @Test
    void severalHundredBlocksArePrunedAndWalkedOneAfterTheOther() {
        IntStream.range(0, 120).forEach(i -> {
            append("long", UUID.randomUUID().toString(), NOW.minus(200 - i, ChronoUnit.DAYS));
            seal();
        });

        assertThat(prune("long", 100))
                .as("more blocks than one statement takes")
                .isEqualTo(100);
        assertThat(await(store.audit().verify("long")).verified()).isEqualTo(20);
    }

    @Test
    void severalNodesSealTogetherWithoutHarm() {
        IntStream.range(0, 30).forEach(i -> append("acme", UUID.randomUUID().toString(), NOW));
        long last = await(sealer.lastNumber());
        await(Future.all(
                IntStream.range(0, 8).mapToObj(i -> sealer.sealUpTo(last)).toList()));

        assertThat(verify().firstBad()).isEmpty();
        assertThat(verify().verified()).isEqualTo(55);
    }

    private void append(String tenant, String id, Instant at) {
        await(store.audit()
                .append(new AuditEvent(
                        id,
                        at,
                        tenant,
                        "User Created",
                        "okta",
                        "t-1",
                        "User/1",
                        "success",
                        "r",
                        "192.0.2.1",
                        List.of())));
    }

    private long prune(String tenant, int days) {
        return await(store.audit().prune(keeping(tenant, days)));
    }

    private static AuditRetention keeping(String tenant, int days) {
        return new AuditRetention(Optional.empty(), Map.of(tenant, NOW.minus(days, ChronoUnit.DAYS)));
    }

    private long stored(String tenant) {
        return await(Pools.sql(pool)
                .send("SELECT count(*) AS n FROM audit_event WHERE tenant = $1", Tuple.of(tenant))
                .map(rows -> rows.iterator().next().getLong("n")));
    }

    private void seal() {
        await(sealer.lastNumber().compose(sealer::sealUpTo));
    }

    private AuditVerification verify() {
        return await(store.audit().verify("acme"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
