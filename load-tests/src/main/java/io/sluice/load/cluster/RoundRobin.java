package io.sluice.load.cluster;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small load balancer that does what every one does: it asks the readiness of each node every 250 ms, sends requests to those
 * that are ready in turn, tries another one when it cannot connect, and repeats only what is idempotent (RFC 9110 section 9.2.2)
 * when a connection breaks or no answer comes; of anything else it then says 502. A node that does not answer three such questions in
 * a row is down, and what waits for it is not waited for any more.
 */
final class RoundRobin implements AutoCloseable {

    private record Received(HttpClientResponse response, Buffer body) {}

    private static final long CHECK_MILLIS = 250;
    private static final long PROBE_MILLIS = 500;
    private static final long ANSWER_MILLIS = 10_000;
    private static final int MISSES_TO_FALL = 3;
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.HEAD);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(500).setKeepAliveTimeout(10),
            new PoolOptions().setHttp1MaxSize(64));
    private final HttpClient prober = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(500));
    private final List<NodeProcess> nodes;
    private final Map<NodeProcess, Boolean> ready = new ConcurrentHashMap<>();
    private final Map<NodeProcess, Integer> misses = new ConcurrentHashMap<>();
    private final Map<NodeProcess, Set<Promise<Received>>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpServer server;

    RoundRobin(List<NodeProcess> nodes) {
        this.nodes = List.copyOf(nodes);
        this.server = vertx.createHttpServer().requestHandler(this::take);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        vertx.setPeriodic(0, CHECK_MILLIS, timer -> this.nodes.forEach(this::probe));
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void probe(NodeProcess node) {
        prober.request(new RequestOptions()
                        .setAbsoluteURI(node.management() + "/health/ready")
                        .setIdleTimeout(PROBE_MILLIS))
                .compose(request -> request.send())
                .map(response -> response.statusCode() == 200)
                .timeout(PROBE_MILLIS, TimeUnit.MILLISECONDS)
                .onSuccess(is -> {
                    misses.remove(node);
                    ready.put(node, is);
                })
                .onFailure(silence -> missed(node));
    }

    private void missed(NodeProcess node) {
        ready.put(node, false);
        if (misses.merge(node, 1, Integer::sum) >= MISSES_TO_FALL) {
            waitingFor(node).forEach(answer -> answer.tryFail("The node is down"));
        }
    }

    private Set<Promise<Received>> waitingFor(NodeProcess node) {
        return waiting.computeIfAbsent(node, key -> ConcurrentHashMap.newKeySet());
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> forward(request, body, choice()));
    }

    private void forward(HttpServerRequest request, Buffer body, List<NodeProcess> left) {
        if (left.isEmpty()) {
            request.response().setStatusCode(502).end();
            return;
        }
        NodeProcess node = left.getFirst();
        List<NodeProcess> others = left.subList(1, left.size());
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost("127.0.0.1")
                .setPort(node.port())
                .setURI(request.uri());
        client.request(options).onComplete(connected -> {
            if (connected.failed()) {
                forward(request, body, others);
                return;
            }
            request.headers().forEach(header -> connected.result().putHeader(header.getKey(), header.getValue()));
            Promise<Received> answer = Promise.promise();
            waitingFor(node).add(answer);
            connected.result().exceptionHandler(answer::tryFail);
            connected
                    .result()
                    .send(body)
                    .compose(response -> response.body().map(text -> new Received(response, text)))
                    .onSuccess(answer::tryComplete)
                    .onFailure(answer::tryFail);
            answer.future()
                    .timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .onComplete(over -> waitingFor(node).remove(answer))
                    .onSuccess(received -> answer(request, received))
                    .onFailure(cause -> {
                        connected.result().reset();
                        if (IDEMPOTENT.contains(request.method()) && !others.isEmpty()) {
                            forward(request, body, others);
                        } else {
                            request.response().setStatusCode(502).end();
                        }
                    });
        });
    }

    private static void answer(HttpServerRequest request, Received received) {
        request.response().setStatusCode(received.response().statusCode());
        for (String name : List.of("Content-Type", "Location", "ETag", "Retry-After")) {
            Optional.ofNullable(received.response().getHeader(name))
                    .ifPresent(value -> request.response().putHeader(name, value));
        }
        request.response().end(received.body());
    }

    /** Those that are ready, whose turn it is first. */
    private List<NodeProcess> choice() {
        List<NodeProcess> live =
                nodes.stream().filter(node -> ready.getOrDefault(node, false)).toList();
        if (live.isEmpty()) {
            return nodes;
        }
        int first = Math.floorMod(turn.getAndIncrement(), live.size());
        List<NodeProcess> order = new ArrayList<>(live.subList(first, live.size()));
        order.addAll(live.subList(0, first));
        return order;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
