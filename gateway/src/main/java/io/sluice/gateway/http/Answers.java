package io.sluice.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers. */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence NO_SNIFF_HEADER = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

    private Answers() {}

    /** Sends the answer with the request's id; does nothing when the client has gone or was answered already. */
    public static void send(HttpServerRequest request, String requestId, Answer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed() || response.headWritten()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader(RequestIds.HEADER, requestId);
        response.putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        response.putHeader(NO_SNIFF_HEADER, NO_SNIFF);
        for (Header header : answer.headers()) {
            response.putHeader(header.name(), header.value());
        }
        switch (answer.body()) {
            case Answer.Empty nothing -> response.end();
            case Answer.Bytes whole -> bytes(request, whole.contentType(), whole.bytes());
            case Answer.Streamed pieces -> streamed(request, pieces.contentType(), pieces.stream());
        }
    }

    private static void bytes(HttpServerRequest request, CharSequence type, Buffer bytes) {
        HttpServerResponse response = request.response().putHeader(HttpHeaders.CONTENT_TYPE, type);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length()));
            response.end();
        } else {
            response.end(bytes);
        }
    }

    private static void streamed(HttpServerRequest request, CharSequence type, Answer.Stream stream) {
        HttpServerResponse response = request.response().putHeader(HttpHeaders.CONTENT_TYPE, type);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        response.setChunked(true);
        write(stream, response)
                .onSuccess(done -> response.end())
                // The status is out already: only a broken connection tells the client that the body is not complete.
                .onFailure(cause -> {
                    LOG.warn("A streamed answer broke off: {}", cause.toString());
                    request.connection().close();
                });
    }

    private static Future<Void> write(Answer.Stream stream, HttpServerResponse response) {
        try {
            return stream.writeTo(response);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
