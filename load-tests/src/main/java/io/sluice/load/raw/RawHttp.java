package io.sluice.load.raw;

import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Shape;
import io.sluice.load.drive.Operation;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.drive.Target;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.net.URI;

/**
 * The baseline of the network: a server that answers every request with the same user, asked by the client that asks the
 * gateway. It does nothing, so a rate that varies is the machine's doing.
 */
public final class RawHttp {

    private final HttpServer server;
    private final ScimClient client;

    private RawHttp(HttpServer server, ScimClient client) {
        this.server = server;
        this.client = client;
    }

    public static Future<RawHttp> start(Vertx vertx, int connections) {
        Buffer user = Buffer.buffer(
                Shape.named("create-user").with(new People().person(1).values(0)));
        return vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/scim+json")
                        .end(user))
                .listen(0, "127.0.0.1")
                .map(server -> new RawHttp(
                        server,
                        new ScimClient(
                                vertx,
                                new Target(URI.create("http://127.0.0.1:" + server.actualPort()), "none"),
                                connections)));
    }

    public Operation get() {
        return sequence -> client.get("/Users/1")
                .compose(answer -> answer.status() == 200
                        ? Future.succeededFuture()
                        : Future.failedFuture("status " + answer.status()));
    }

    public Future<Void> close() {
        return client.close().compose(closed -> server.close());
    }
}
