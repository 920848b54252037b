package io.sluice.gateway.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.sluice.core.error.ErrorKind;
import io.sluice.gateway.config.HttpConfig;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The main port: one instance per event loop, all of them behind the same socket. */
public final class HttpFront extends VerticleBase {

    private static final String DECODER = "httpDecoder";
    private static final String IDLE = "idle";

    private final HttpConfig config;
    private final Supplier<Handler<HttpServerRequest>> handlers;
    private final Drain drain;
    private @Nullable HttpServer server;

    /**
     * @param handlers makes what serves the requests of one event loop
     */
    public HttpFront(HttpConfig config, Supplier<Handler<HttpServerRequest>> handlers, Drain drain) {
        this.config = config;
        this.handlers = handlers;
        this.drain = drain;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = ServerOptions.of(config);
        HttpServer created = vertx.createHttpServer(options);
        server = created;
        created.invalidRequestHandler(HttpFront::refuse).connectionHandler(connection -> guard(connection, options));
        created.requestHandler(Farewell.around(drain.around(handlers.get())));
        return created.listen().onSuccess(listening -> drain.listening(listening.actualPort()));
    }

    /** Takes no new connections, lets what is in flight finish, then closes. */
    @Override
    public Future<?> stop() {
        drain.closing();
        HttpServer running = server;
        return running == null
                ? Future.succeededFuture()
                : running.shutdown(drain.graceMillis(), TimeUnit.MILLISECONDS);
    }

    private void guard(HttpConnection connection, HttpServerOptions options) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channelHandlerContext().pipeline();
            if (pipeline.get(IDLE) != null) {
                pipeline.replace(IDLE, IDLE, new IdleClients(config.idleTimeout()));
            }
            if (pipeline.get(DECODER) != null) {
                guardHttp1(pipeline, options);
            }
        }
    }

    private static void guardHttp1(ChannelPipeline pipeline, HttpServerOptions options) {
        if (!options.isHttp2ClearTextEnabled()) {
            pipeline.replace(DECODER, DECODER, new RequestDecoder(options));
        } else if (pipeline.get(IDLE) != null) {
            pipeline.addBefore(IDLE, "requestGuard", new RequestGuard());
        }
    }

    /** What could not even be parsed: the size of its parts, or its form (RFC 9112 section 3). */
    private static void refuse(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Answer answer = switch (cause) {
            case TooLongHttpLineException tooLong ->
                ScimErrors.answer(ErrorKind.URI_TOO_LONG, "The request line is too long.");
            case TooLongHttpHeaderException tooLong ->
                ScimErrors.answer(ErrorKind.HEADERS_TOO_LARGE, "The header of the request is too large.");
            case TooLongFrameException tooLong ->
                ScimErrors.answer(ErrorKind.PAYLOAD_TOO_LARGE, "A part of the request is too large.");
            case UnsupportedVersion unsupported ->
                ScimErrors.answer(
                        ErrorKind.VERSION_NOT_SUPPORTED, "This version of HTTP is not spoken here; use HTTP/1.1.");
            case null -> ScimErrors.answer(ErrorKind.BAD_REQUEST, "The request is not valid HTTP.");
            case Throwable other -> ScimErrors.answer(ErrorKind.BAD_REQUEST, "The request is not valid HTTP.");
        };
        var response = request.response();
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Answers.send(request, TimeOrderedIds.next().toString(), answer);
        request.connection().close();
    }
}
