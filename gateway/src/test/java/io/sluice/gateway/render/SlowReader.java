package io.sluice.gateway.render;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** A response whose client reads only when it is told to; what is not read yet is counted. */
final class SlowReader {

    /** As much as a connection takes before it says that it is full. */
    static final int QUEUE = 64 << 10;

    private final Buffer received = Buffer.buffer();
    private Optional<Handler<Object>> drain = Optional.empty();
    private Optional<Handler<Object>> close = Optional.empty();
    private int pending;
    private int mostPending;
    private int writes;
    private boolean gone;

    HttpServerResponse response() {
        return (HttpServerResponse) Proxy.newProxyInstance(
                SlowReader.class.getClassLoader(),
                new Class<?>[] {HttpServerResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "drainHandler" -> {
                        drain = Optional.of(handler(arguments[0]));
                        yield proxy;
                    }
                    case "closeHandler" -> {
                        close = Optional.of(handler(arguments[0]));
                        yield proxy;
                    }
                    case "exceptionHandler" -> proxy;
                    case "closed" -> gone;
                    case "writeQueueFull" -> pending >= QUEUE;
                    case "write" -> written((Buffer) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @SuppressWarnings("unchecked")
    private static Handler<Object> handler(Object argument) {
        return (Handler<Object>) argument;
    }

    private Future<Void> written(Buffer piece) {
        received.appendBuffer(piece);
        pending += piece.length();
        mostPending = Math.max(mostPending, pending);
        writes++;
        return Future.succeededFuture();
    }

    /** The client takes everything that was written so far. */
    void read() {
        pending = 0;
        drain.ifPresent(handler -> handler.handle(null));
    }

    void leave() {
        gone = true;
        close.ifPresent(handler -> handler.handle(null));
    }

    Buffer received() {
        return received;
    }

    int mostPending() {
        return mostPending;
    }

    int writes() {
        return writes;
    }
}
