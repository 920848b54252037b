package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.postgres.server.OwnServer;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of requests when the server crashes, hangs, or is asked too much. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @TempDir
    static Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private final Requests requests = Requests.of(new TenantId("faults", 1));
    private OwnServer server;
    private Backend backend;

    @BeforeAll
    void start() {
        server = OwnServer.start(directory.resolve("data"));
        backend = new PostgresBackend(vertx, settings(4, 10_000));
        loop.get(backend::start);
    }

    @AfterAll
    void stop() {
        loop.get(backend::stop);
        loop.get(vertx::close);
        server.close();
    }

    @Test
    void writesInFlightDuringACrashAreDoneOnceAndNoneThatWasAnsweredIsLost() throws IOException {
        List<BackendRequest.Create> creates = IntStream.range(0, 600)
                .mapToObj(i -> requests.create(Fixtures.USER, Fixtures.user("crash-" + i)))
                .map(create -> new BackendRequest.Create(within(create.context(), PATIENCE), create.draft()))
                .toList();
        List<Future<BackendReply>> running = creates.stream()
                .map(create -> loop.call(() -> backend.execute(create)))
                .toList();
        Future.any(running.subList(100, 200))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        server.kill();

        List<BackendReply> replies = loop.get(() -> Future.all(running)).<BackendReply>list();

        assertThat(replies).allSatisfy(reply -> assertThat(reply).isInstanceOf(BackendReply.Stored.class));
        for (BackendRequest.Create create : creates) {
            String id = create.context().operationId().toString();
            assertThat(send(requests.read(Fixtures.USER, id))).isInstanceOf(BackendReply.Stored.class);
        }
        BackendReply.Found all = (BackendReply.Found) send(requests.search(Fixtures.USER)
                .filter("userName sw \"crash-\"")
                .page(1, 0)
                .build());
        assertThat(all.total().count()).isEqualTo(creates.size());
    }

    @Test
    void whileTheServerHangsRequestsAreRefusedAtTheirDeadline() throws IOException {
        send(requests.create(Fixtures.USER, Fixtures.user("before-hang")));
        server.suspend();
        BackendReply during;
        Instant begin = Instant.now();
        try {
            BackendRequest.Create create = requests.create(Fixtures.USER, Fixtures.user("during-hang"));
            during = send(new BackendRequest.Create(within(create.context(), Duration.ofMillis(300)), create.draft()));
        } finally {
            server.resume();
        }

        assertUnavailable(during);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(send(requests.create(Fixtures.USER, Fixtures.user("after-hang"))))
                .isInstanceOf(BackendReply.Stored.class);
    }

    @Test
    void whoeverFindsTheQueueFullIsRefusedAtOnce() {
        Backend small = new PostgresBackend(vertx, settings(1, 1));
        loop.get(small::start);
        List<Supplier<Future<BackendReply>>> many = IntStream.range(0, 50)
                .<Supplier<Future<BackendReply>>>mapToObj(i -> () -> small.execute(new BackendRequest.Create(
                        within(requests.context(), Duration.ofSeconds(20)),
                        requests.create(Fixtures.USER, Fixtures.user("queue-" + i))
                                .draft())))
                .toList();

        List<BackendReply> replies = loop.get(
                        () -> Future.all(many.stream().map(Supplier::get).toList()))
                .<BackendReply>list();

        List<BackendReply> refused =
                replies.stream().filter(BackendReply.Failed.class::isInstance).toList();
        assertThat(replies).anyMatch(BackendReply.Stored.class::isInstance);
        assertThat(refused).isNotEmpty().allSatisfy(FaultTest::assertUnavailable);
        loop.get(small::stop);
    }

    @Test
    void aDeadlineThatHasPassedIsNotTried() {
        BackendRequest.Create create = requests.create(Fixtures.USER, Fixtures.user("too-late"));

        assertUnavailable(
                send(new BackendRequest.Create(within(create.context(), Duration.ofSeconds(-1)), create.draft())));
    }

    private BackendReply send(BackendRequest request) {
        return loop.get(() -> backend.execute(request));
    }

    private PostgresSettings settings(int pool, int maxWaiting) {
        PostgresSettings defaults = PostgresSettings.of(server.uri());
        return new PostgresSettings(
                server.uri(),
                pool,
                pool,
                maxWaiting,
                10,
                defaults.statementTimeout(),
                defaults.memberPageSize(),
                defaults.exactTotals(),
                true,
                List.of(),
                false,
                false);
    }

    private static void assertUnavailable(BackendReply reply) {
        assertThat(reply).isInstanceOfSatisfying(BackendReply.Failed.class, failed -> {
            assertThat(failed.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failed.error().retryAfter()).isPresent();
        });
    }

    private static RequestContext within(RequestContext context, Duration patience) {
        return new RequestContext(
                context.tenant(),
                context.requestId(),
                context.operationId(),
                context.actor(),
                Instant.now().plus(patience));
    }
}
