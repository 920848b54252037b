package io.sluice.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cluster.Nodes;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.sluice.gateway.start.Role;
import io.sluice.postgres.server.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request's trace leads from the HTTP port over the event bus to the database, and tells nothing about people. */
final class TracesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 24;
    private static final Pattern BATCHES =
            Pattern.compile("^sluice_postgres_write_batch_count\\S* (\\S+)$", Pattern.MULTILINE);

    @Test
    void oneTraceHasTheRequestItsWayOverTheBusAndItsStatements() throws IOException {
        try (Collector collector = new Collector()) {
            serve(Map.of("SLUICE_TRACING_ENDPOINT", collector.url()), TracesTest::someTraffic);

            ReportedSpan root = only(collector.spans(), "POST /Users", "first-request");
            assertThat(root.parent()).isEmpty();
            assertThat(root.attributes())
                    .containsEntry("sluice.tenant", "traced")
                    .containsEntry("http.route", "/Users")
                    .containsEntry("http.response.status_code", "201");
            assertThat(traceOf(root, collector))
                    .anySatisfy(span -> assertThat(span.isOnTheBus()).isTrue())
                    .anySatisfy(span -> assertThat(span.attributes()).containsEntry("db.system", "postgresql"));
        }
    }

    @Test
    void aTraceGoesOnOnTheNodeThatSendsTheStatement() throws IOException {
        try (Collector collector = new Collector()) {
            Map<String, String> settings = Map.of("SLUICE_TRACING_ENDPOINT", collector.url());
            try (Nodes nodes = new Nodes(TestDatabase.create().uri(), settings)) {
                nodes.start(Role.BACKEND);
                Gateway gateway = nodes.start(Role.GATEWAY);
                awaitReady(gateway.management());
                someTraffic(gateway);
            }

            ReportedSpan root = only(collector.spans(), "POST /Users", "first-request");
            assertThat(traceOf(root, collector))
                    .filteredOn(ReportedSpan::isStatement)
                    .anySatisfy(statement -> assertThat(statement.node()).isNotEqualTo(root.node()));
        }
    }

    /** Requests share statements: each one's span is in the trace of a request that waits for it, none is in no trace. */
    @Test
    void everyStatementIsToldWithARequestThatWaitsForIt() throws IOException {
        AtomicInteger sent = new AtomicInteger();
        try (Collector collector = new Collector()) {
            serve(Map.of("SLUICE_TRACING_ENDPOINT", collector.url()), gateway -> {
                muchAtOnce(gateway.tenant("traced"));
                sent.set(writes(gateway));
            });

            Map<String, ReportedSpan> bus = collector.spans().stream()
                    .filter(ReportedSpan::isOnTheBus)
                    .collect(Collectors.toMap(ReportedSpan::id, span -> span));
            assertThat(collector.spans())
                    .filteredOn(span -> span.isStatement() && bus.containsKey(span.parent()))
                    .hasSizeGreaterThan(1)
                    .hasSize(sent.get())
                    .allSatisfy(statement -> {
                        ReportedSpan asking = bus.get(statement.parent());
                        assertThat(statement.began()).isBetween(asking.began(), asking.ended());
                        assertThat(statement.ended()).isLessThanOrEqualTo(asking.ended());
                    });
        }
    }

    @Test
    void nothingPersonalIsTold() throws IOException {
        try (Collector collector = new Collector()) {
            serve(Map.of("SLUICE_TRACING_ENDPOINT", collector.url()), TracesTest::someTraffic);

            assertThat(collector.spans()).extracting(ReportedSpan::name).contains("GET /Users", "POST /Users");
            assertThat(collector.raw())
                    .doesNotContain("lovelace", "userName", "filter=", "SELECT", "uniqueness", "127.0.0.1");
        }
    }

    @Test
    void aShareOfNothingIsNothing() throws IOException {
        try (Collector collector = new Collector()) {
            serve(
                    Map.of("SLUICE_TRACING_ENDPOINT", collector.url(), "SLUICE_TRACING_RATIO", "0"),
                    TracesTest::someTraffic);

            assertThat(collector.spans()).isEmpty();
        }
    }

    /** What is left to be told is told while the gateway stops. */
    private static void serve(Map<String, String> tracing, Consumer<Gateway> traffic) {
        Map<String, String> settings = new HashMap<>(tracing);
        settings.put("SLUICE_BACKEND_DEFAULT", "postgres");
        settings.put("SLUICE_BACKEND_CONTROL", "postgres");
        settings.put("SLUICE_POSTGRES_URI", TestDatabase.create().uri());
        try (Gateway gateway = Gateway.start(settings)) {
            traffic.accept(gateway);
        }
    }

    private static void someTraffic(Gateway gateway) {
        Client scim = gateway.tenant("traced");
        scim.post("/Users", Bodies.user("ada-lovelace"), "X-Request-Id", "first-request")
                .expect(201);
        scim.post("/Users", Bodies.user("ada-lovelace"), "X-Request-Id", "again")
                .expect(409);
        scim.get("/Users?filter=userName%20eq%20%22ada-lovelace%22").expect(200);
    }

    private static void muchAtOnce(Client scim) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> clients = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> scim.post("/Users", Bodies.user("user-" + i)).expect(201), threads))
                    .toList();
            clients.forEach(CompletableFuture::join);
        }
    }

    /** How many statements with writes were sent. */
    private static int writes(Gateway gateway) {
        return BATCHES.matcher(gateway.management().get("/metrics").expect(200).text())
                .results()
                .mapToInt(batches -> (int) Double.parseDouble(batches.group(1)))
                .sum();
    }

    private static void awaitReady(Client management) {
        Instant end = Instant.now().plus(PATIENCE);
        for (Reply reply = management.get("/health/ready");
                reply.status() != 200;
                reply = management.get("/health/ready")) {
            assertThat(Instant.now()).as("%s", reply).isBefore(end);
            Thread.onSpinWait();
        }
    }

    private static ReportedSpan only(List<ReportedSpan> spans, String name, String requestId) {
        List<ReportedSpan> found = spans.stream()
                .filter(span -> span.name().equals(name))
                .filter(span -> requestId.equals(span.attributes().get("sluice.request_id")))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** All that belongs to it, each span with its parent. */
    private static List<ReportedSpan> traceOf(ReportedSpan root, Collector collector) {
        List<ReportedSpan> trace = collector.spans().stream()
                .filter(span -> span.trace().equals(root.trace()))
                .toList();
        assertThat(trace)
                .filteredOn(span -> !span.equals(root))
                .isNotEmpty()
                .allSatisfy(
                        span -> assertThat(trace).extracting(ReportedSpan::id).contains(span.parent()));
        return trace;
    }
}
