package io.sluice.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.load.drive.Operation;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.drive.Target;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bulk rows send, seen by a server that creates everybody. */
final class BulkBenchTest {

    private final Vertx vertx = Vertx.vertx();
    private final Set<String> userNames = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();
    private ScimClient client;

    @BeforeEach
    void listen() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    var operations = body.toJsonObject().getJsonArray("Operations");
                    sent.addAndGet(operations.size());
                    IntStream.range(0, operations.size())
                            .mapToObj(n -> operations.getJsonObject(n).getJsonObject("data"))
                            .forEach(user -> userNames.add(user.getString("userName")));
                    request.response().end("{\"status\":\"201\"}".repeat(operations.size()));
                }));
        int port = await(server.listen(0, "127.0.0.1")).actualPort();
        client = new ScimClient(vertx, new Target(URI.create("http://127.0.0.1:" + port + "/scim"), "none"), 4);
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void noUserIsSentTwiceWhateverTheRow() {
        BulkBench bench = new BulkBench(client, 7);
        List<Operation> rows = List.of(bench.creating(3), bench.creating(5), bench.creating(3));

        await(Future.all(rows.stream()
                .flatMap(row -> Stream.of(row.once(0), row.once(0)))
                .toList()));

        assertThat(sent).hasValue(22);
        assertThat(userNames).hasSize(22);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
