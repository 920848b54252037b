package io.sluice.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.AttributeKey;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends a connection after an answer: because the body of the request cannot be understood, or was too large to wait for what comes
 * after it.
 */
final class Farewell {

    /** For how long what the client still sends is taken and thrown away. */
    private static final long LINGER_MILLIS = 500;

    private static final AttributeKey<Boolean> LEAVING = AttributeKey.valueOf("sluice.leaving");

    private Farewell() {}

    /**
     * Serves nothing more on a connection whose last answer was announced: nobody would read what becomes of it. The connection is
     * closed soon by whoever announced that.
     */
    static Handler<HttpServerRequest> around(Handler<HttpServerRequest> handler) {
        return request -> {
            boolean leaving = request.connection() instanceof ConnectionBase base
                    && base.channel().hasAttr(LEAVING);
            if (!leaving) {
                handler.handle(request);
            }
        };
    }

    /** Of HTTP/2 only the stream ends, which it does by itself. */
    static void afterAnswer(Vertx vertx, HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return;
        }
        HttpServerResponse response = request.response();
        if (response.ended()) {
            leave(vertx, request.connection());
            return;
        }
        announce(request);
        response.endHandler(ended -> leave(vertx, request.connection()));
    }

    /** Tells the client that this is the last answer on its connection (RFC 9112 section 9.6). */
    static void announce(HttpServerRequest request) {
        if (!request.response().headWritten()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase base) {
            base.channel().attr(LEAVING).set(true);
        }
    }

    /** Closed at once while bytes come in, a connection is reset, and the client may never read the answer. */
    private static void leave(Vertx vertx, HttpConnection connection) {
        if (connection instanceof ConnectionBase base && base.channel() instanceof DuplexChannel channel) {
            base.channelHandlerContext().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> shutdown(channel));
        }
        vertx.setTimer(LINGER_MILLIS, over -> connection.close());
    }

    /** Whether that succeeds does not matter: the connection is closed all the same. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void shutdown(DuplexChannel channel) {
        channel.shutdownOutput();
    }
}
