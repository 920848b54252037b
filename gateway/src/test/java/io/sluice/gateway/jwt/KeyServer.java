package io.sluice.gateway.jwt;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer's web server on this machine; counts how often it was asked. */
public final class KeyServer {

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private volatile Handler<HttpServerRequest> behaviour;

    public KeyServer(Vertx vertx, JsonObject jwks) {
        behaviour = request -> request.response().end(jwks.encode());
        server = vertx.createHttpServer().requestHandler(request -> {
            requests.incrementAndGet();
            behaviour.handle(request);
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.actualPort() + "/keys";
    }

    public void answer(JsonObject jwks) {
        behave(request -> request.response().end(jwks.encode()));
    }

    void behave(Handler<HttpServerRequest> handler) {
        behaviour = handler;
    }

    public int requests() {
        return requests.get();
    }
}
