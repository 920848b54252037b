package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.Actor;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.TenantId;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.core.kit.SearchRequest;
import io.sluice.postgres.control.PostgresControlStore;
import io.sluice.postgres.server.OwnServer;
import io.sluice.postgres.server.StandbyPair;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One server and its standby: who is asked for what, before and after the standby is promoted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailoverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final int ATTEMPTS = 200;

    @TempDir
    static Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private final Requests requests = Requests.of(new TenantId("failover", 1));
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private StandbyPair servers;
    private ControlStore control;
    private Backend backend;

    @BeforeAll
    void start() throws SQLException {
        servers = StandbyPair.start(directory);
        servers.synchronise();
        backend = backend(servers.uri());
        loop.get(backend::start);
        control = new PostgresControlStore(vertx, settings(servers.uri()));
        control.onChange(tenant -> tenant.ifPresent(heard::add));
        loop.get(control::start);
    }

    @AfterAll
    void stop() {
        loop.get(control::stop);
        loop.get(backend::stop);
        loop.get(vertx::close);
        servers.close();
    }

    private Backend backend(String uri) {
        return new PostgresBackend(vertx, settings(uri));
    }

    private static PostgresSettings settings(String uri) {
        // Longer than the default: the machine that tests has more to do than to answer at once.
        return PostgresSettings.read(
                JsonNodeFactory.instance.objectNode().put("uri", uri).put("connectTimeoutMillis", 8_000));
    }

    @Test
    @Order(1)
    void thePrimaryIsFoundAlthoughAStandbyIsNamedFirst() throws SQLException {
        assertThat(create("first")).isInstanceOf(BackendReply.Stored.class);

        assertThat(onServer(servers.primary(), "sluice-write")).isNotEqualTo("0");
        assertThat(onServer(servers.standby(), "sluice-%")).isEqualTo("0");
    }

    @Test
    @Order(2)
    void aStandbyAloneIsNoPrimary() {
        Backend misled = backend(servers.standby().uri().replace("127.0.0.1:", "127.0.0.1:1,127.0.0.1:"));

        assertThatThrownBy(() -> loop.get(misled::start)).hasMessageContaining("None of the hosts");
        loop.get(misled::stop);
    }

    @Test
    @Order(3)
    void administratorsMayBeShownWhatTheStandbyHasAndIdentityProvidersMatchOnThePrimary() throws SQLException {
        PostgresSettings settings = PostgresSettings.read(JsonNodeFactory.instance
                .objectNode()
                .put("uri", servers.primary().uri())
                .put("replicaUri", servers.standby().uri())
                .put("replicaStalenessMillis", 1_000));
        Backend viewed = new PostgresBackend(vertx, settings);
        loop.get(viewed::start);
        String name = createUnseen(viewed);

        assertThat(found(viewed, name, "entra")).as("matching").isEqualTo(1);
        // The standby stands still: soon it is too old, and the primary answers.
        awaitSeen(viewed, name);
        StandbyPair.execute(servers.standby(), "SELECT pg_wal_replay_resume()");
        loop.get(viewed::stop);
    }

    /** A user that the standby does not show because it stands still; tried again until the standby was asked. */
    private String createUnseen(Backend viewed) throws SQLException {
        for (int i = 0; i < ATTEMPTS; i++) {
            String name = "unseen-" + i;
            StandbyPair.execute(servers.standby(), "SELECT pg_wal_replay_pause()");
            create(name);
            if (found(viewed, name, Actor.ADMINISTRATOR) == 0) {
                return name;
            }
            StandbyPair.execute(servers.standby(), "SELECT pg_wal_replay_resume()");
            pause(Duration.ofMillis(50));
        }
        throw new AssertionError("The standby was never asked");
    }

    private void awaitSeen(Backend viewed, String name) {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (found(viewed, name, Actor.ADMINISTRATOR) == 1) {
                return;
            }
            pause(Duration.ofMillis(50));
        }
        throw new AssertionError("A standby that is too old was asked all the time");
    }

    private int found(Backend viewed, String name, String idp) {
        BackendReply reply = loop.get(() -> viewed.execute(search(name, idp)));
        return ((BackendReply.Found) reply).resources().size();
    }

    private void pause(Duration length) {
        vertx.timer(length.toMillis(), TimeUnit.MILLISECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Test
    @Order(4)
    void whatIsUnderWayWhenThePrimaryHangsIsDoneByThePromotedStandbyAndNothingAcknowledgedIsLost() throws Exception {
        List<Future<BackendReply>> early = running("early-", 200);
        Future.any(early).toCompletionStage().toCompletableFuture().join();
        servers.primary().suspend();
        // These find a server that takes connections and answers nothing.
        List<Future<BackendReply>> late = running("late-", 200);
        try {
            servers.promote();
            List<BackendReply> replies = loop.get(() -> Future.all(
                            Stream.concat(early.stream(), late.stream()).toList()))
                    .<BackendReply>list();

            assertThat(replies).allSatisfy(reply -> assertThat(reply).isInstanceOf(BackendReply.Stored.class));
            assertThat(StandbyPair.query(
                            servers.standby(), "SELECT count(*) FROM resource WHERE name_key ~ '^(early|late)-'"))
                    .isEqualTo("400");
        } finally {
            servers.primary().resume();
            servers.forgetStandby();
        }
    }

    @Test
    @Order(5)
    void changesAreHeardOfFromTheNewPrimaryAlthoughTheOldOneKeepsItsConnections() throws SQLException {
        for (int i = 0; !heard.contains("promoted"); i++) {
            assertThat(i).as("attempts").isLessThan(ATTEMPTS);
            StandbyPair.execute(servers.standby(), "NOTIFY sluice_changes, 'promoted'");
            pause(Duration.ofMillis(50));
        }
        assertThat(onServer(servers.standby(), "sluice-notices")).isEqualTo("1");
    }

    @Test
    @Order(6)
    void anOldPrimaryThatComesBackIsNotWrittenTo() throws SQLException {
        assertThat(StandbyPair.query(servers.primary(), "SELECT pg_is_in_recovery()"))
                .as("it believes to be a primary")
                .isEqualTo("f");
        // As after a failure: the primary is looked for again, and two answer that they are it.
        StandbyPair.execute(
                servers.standby(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'sluice-%'");

        assertThat(create("after")).isInstanceOf(BackendReply.Stored.class);

        assertThat(StandbyPair.query(servers.standby(), "SELECT count(*) FROM resource WHERE name_key = 'after'"))
                .isEqualTo("1");
    }

    @Test
    @Order(7)
    void aConnectionThatTakesNoWritesIsClosedAndTheWriteIsDoneOnAnother() throws SQLException {
        OwnServer server = servers.standby();
        StandbyPair.execute(server, "ALTER DATABASE sluice SET default_transaction_read_only = on");
        Backend single = backend(server.uri());
        // The pool connects while new sessions are read-only; those that come later take writes.
        Future<BackendReply> early = loop.call(() -> single.execute(requested("read-only")));
        pause(Duration.ofMillis(200));
        StandbyPair.execute(server, "SET transaction_read_only = off; ALTER DATABASE sluice RESET ALL");

        BackendReply reply = loop.get(() -> early);

        assertThat(reply).isInstanceOf(BackendReply.Stored.class);
        loop.get(single::stop);
    }

    private List<Future<BackendReply>> running(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> requested(prefix + i))
                .map(create -> loop.call(() -> backend.execute(create)))
                .toList();
    }

    private static String onServer(OwnServer server, String application) throws SQLException {
        return StandbyPair.query(
                server,
                "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '" + application
                        + "' AND application_name <> 'sluice-primary-check'");
    }

    private BackendReply create(String name) {
        return loop.get(() -> backend.execute(requested(name)));
    }

    private BackendRequest.Create requested(String name) {
        BackendRequest.Create create = requests.create(Fixtures.USER, Fixtures.user(name));
        return new BackendRequest.Create(within(create.context()), create.draft());
    }

    private BackendRequest search(String name, String idp) {
        SearchRequest search = requests.search(Fixtures.USER)
                .filter("userName eq \"" + name + "\"")
                .page(1, 10);
        BackendRequest.Search built = search.build();
        RequestContext context = within(built.context());
        return new BackendRequest.Search(
                new RequestContext(
                        context.tenant(),
                        context.requestId(),
                        context.operationId(),
                        new Actor("somebody", idp, ""),
                        context.deadline()),
                built.query());
    }

    private static RequestContext within(RequestContext context) {
        return new RequestContext(
                context.tenant(),
                context.requestId(),
                context.operationId(),
                context.actor(),
                Instant.now().plus(PATIENCE));
    }
}
