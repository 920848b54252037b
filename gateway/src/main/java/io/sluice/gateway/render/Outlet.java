package io.sluice.gateway.render;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/** Writes to a response no faster than its client reads. */
final class Outlet {

    private final HttpServerResponse response;
    private Optional<Promise<Void>> blocked = Optional.empty();

    Outlet(HttpServerResponse response) {
        this.response = response;
        response.drainHandler(ignored -> released());
        response.closeHandler(ignored -> broken());
        response.exceptionHandler(ignored -> broken());
    }

    /** Completes when more may be written; fails when the client has gone. */
    Future<Void> write(Buffer piece) {
        if (response.closed()) {
            return Future.failedFuture("The client has gone");
        }
        if (piece.length() > 0) {
            response.write(piece);
        }
        if (!response.writeQueueFull()) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = Promise.promise();
        blocked = Optional.of(promise);
        return promise.future();
    }

    private void released() {
        blocked.ifPresent(promise -> promise.tryComplete());
    }

    private void broken() {
        blocked.ifPresent(promise -> promise.tryFail("The client has gone"));
    }
}
