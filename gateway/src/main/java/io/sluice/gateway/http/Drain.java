package io.sluice.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What the instances of the main port share: the port they got, and whether the node is about to stop. */
public final class Drain {

    private static final long GRACE_MILLIS = 10_000;

    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicInteger port = new AtomicInteger();

    /** From now on every answer asks its client to come back on a new connection, which another node will take. */
    public void begin() {
        draining.set(true);
    }

    public boolean isDraining() {
        return draining.get();
    }

    /** Whether what is in flight has only a little time left to finish. */
    public boolean isClosing() {
        return closing.get();
    }

    void closing() {
        closing.set(true);
    }

    /** The port that the server listens on, once it does. */
    public int port() {
        return port.get();
    }

    void listening(int actualPort) {
        port.set(actualPort);
    }

    long graceMillis() {
        return GRACE_MILLIS;
    }

    Handler<HttpServerRequest> around(Handler<HttpServerRequest> handler) {
        return request -> {
            if (draining.get()) {
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            handler.handle(request);
        };
    }
}
