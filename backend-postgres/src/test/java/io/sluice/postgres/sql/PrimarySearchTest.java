package io.sluice.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.kit.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PrimarySearchTest {

    private static final int SEARCHES = 3;

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);

    /** As a host that is stopped does: its kernel goes on taking connections. */
    @Test
    void leavesNoConnectionBehindOnAHostThatNeverAnswers() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(SEARCHES);
        NetServer silent =
                vertx.createNetServer().connectHandler(socket -> socket.closeHandler(end -> closed.countDown()));
        loop.get(() -> silent.listen(0, "127.0.0.1"));
        PostgresSettings settings = PostgresSettings.read(JsonNodeFactory.instance
                .objectNode()
                .put("uri", "postgresql://user:password@127.0.0.1:" + silent.actualPort() + "/database")
                .put("connectTimeoutMillis", 200));
        PrimarySearch search = new PrimarySearch(vertx, ServerUri.parse(settings.uri()), settings);

        for (int i = 0; i < SEARCHES; i++) {
            assertThat(loop.get(search::find)).isEmpty();
        }

        assertThat(closed.await(20, TimeUnit.SECONDS)).as("all are closed").isTrue();
        loop.get(vertx::close);
    }
}
