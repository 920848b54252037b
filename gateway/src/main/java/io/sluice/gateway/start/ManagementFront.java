package io.sluice.gateway.start;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.config.ManagementConfig;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.tracing.TracingPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The management port: for the cluster and its operator, never for the outside. */
final class ManagementFront extends VerticleBase {

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final ManagementConfig config;
    private final Readiness readiness;
    private final Metrics metrics;
    private final AtomicInteger port;
    private @Nullable HttpServer server;

    /**
     * @param port told which port was taken
     */
    ManagementFront(ManagementConfig config, Readiness readiness, Metrics metrics, AtomicInteger port) {
        this.config = config;
        this.readiness = readiness;
        this.metrics = metrics;
        this.port = port;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions();
        options.setTracingPolicy(TracingPolicy.IGNORE);
        options.setHost(config.host());
        options.setPort(config.port());
        options.setIdleTimeout(30);
        options.setHttp2ClearTextEnabled(false);
        HttpServer created = vertx.createHttpServer(options).requestHandler(this::handle);
        server = created;
        return created.listen().onSuccess(listening -> port.set(listening.actualPort()));
    }

    @Override
    public Future<?> stop() {
        HttpServer running = server;
        return running == null ? Future.succeededFuture() : running.close();
    }

    private void handle(HttpServerRequest request) {
        String path = request.path() == null ? "" : request.path();
        switch (path) {
            case "/health/live" -> json(request, 200, status("UP"));
            case "/health/ready" -> ready(request);
            case "/metrics" -> metrics(request);
            case "/info" -> json(request, 200, BuildInfo.json());
            default -> json(request, 404, status("NOT_FOUND"));
        }
    }

    private void ready(HttpServerRequest request) {
        readiness.check().onSuccess(report -> json(request, report.isReady() ? 200 : 503, report.json()));
    }

    /** Written off the event loop: a scrape walks over every meter. */
    private void metrics(HttpServerRequest request) {
        vertx.executeBlocking(() -> metrics.registry().scrape())
                .onSuccess(text -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, PROMETHEUS)
                        .end(text))
                .onFailure(cause -> json(request, 500, status("FAILED")));
    }

    private static ObjectNode status(String text) {
        return JsonNodeFactory.instance.objectNode().put("status", text);
    }

    private static void json(HttpServerRequest request, int status, ObjectNode document) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.JSON)
                .end(StrictJson.write(document));
    }
}
