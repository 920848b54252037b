package io.sluice.gateway.http;

import io.netty.channel.Channel;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes request bodies, or gets rid of them. A body has a largest size and a time by which all of it must be there, however
 * steadily it drips.
 */
public final class Bodies {

    private static final long SMALL = 64 << 10;

    private final Vertx vertx;
    private final long deadlineMillis;

    public Bodies(Vertx vertx, Duration deadline) {
        this.vertx = vertx;
        this.deadlineMillis = deadline.toMillis();
    }

    /**
     * Reads the whole body of a request that may be paused. Fails with PAYLOAD_TOO_LARGE, and the answer is the last one on the
     * connection; a body that is not complete in time closes the connection.
     *
     * @param limit in bytes
     */
    public Future<Buffer> read(HttpServerRequest request, int limit) {
        if (announcedLength(request) > limit) {
            Farewell.announce(request);
            flowAway(request, true);
            return Future.failedFuture(tooLarge(limit));
        }
        Collector collector = new Collector(request, limit);
        request.handler(collector::chunk).endHandler(ignored -> collector.end()).exceptionHandler(collector::broken);
        collector.timer = vertx.setTimer(deadlineMillis, ignored -> collector.late());
        channel(request).ifPresent(channel -> watch(channel, collector::malformed));
        expectContinue(request);
        request.resume();
        return collector.promise.future();
    }

    /**
     * Lets the rest of a body that nobody wants flow away, so that its sender gets to read the answer; to be called before the
     * answer is sent. The connection is closed afterwards unless the body was small.
     */
    public void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long announced = announcedLength(request);
        boolean small = announced >= 0 && announced <= SMALL;
        boolean last = !small || request.headers().contains(HttpHeaders.EXPECT);
        if (last) {
            Farewell.announce(request);
        }
        flowAway(request, last);
    }

    /**
     * @param last whether the connection ends with the answer
     */
    private void flowAway(HttpServerRequest request, boolean last) {
        long timer =
                vertx.setTimer(deadlineMillis, ignored -> request.connection().close());
        request.handler(ignored -> {})
                .endHandler(ignored -> {
                    over(request, timer);
                    if (last) {
                        Farewell.afterAnswer(vertx, request);
                    }
                })
                .exceptionHandler(ignored -> over(request, timer));
        if (last && expectsContinue(request)) {
            // Who waits for 100 (Continue) sends no body after another answer (RFC 9110 section 10.1.1): there is none
            // to wait for.
            Farewell.afterAnswer(vertx, request);
        }
        channel(request)
                .ifPresent(channel -> watch(channel, () -> {
                    over(request, timer);
                    Farewell.afterAnswer(vertx, request);
                }));
        request.resume();
    }

    private void over(HttpServerRequest request, long timer) {
        vertx.cancelTimer(timer);
        channel(request)
                .ifPresent(channel -> channel.attr(RequestDecoder.BODY_READER).set(null));
    }

    /** Told once that the chunks of the body are malformed, be it known already. */
    private static void watch(Channel channel, Runnable malformed) {
        if (channel.hasAttr(RequestDecoder.MALFORMED_BODY)) {
            malformed.run();
        } else {
            channel.attr(RequestDecoder.BODY_READER).set(malformed);
        }
    }

    private static Optional<Channel> channel(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase connection
                ? Optional.of(connection.channelHandlerContext().channel())
                : Optional.empty();
    }

    private static void expectContinue(HttpServerRequest request) {
        if (expectsContinue(request)) {
            request.response().writeContinue();
        }
    }

    private static boolean expectsContinue(HttpServerRequest request) {
        String expect = request.getHeader(HttpHeaders.EXPECT);
        return expect != null && expect.equalsIgnoreCase("100-continue") && request.version() != HttpVersion.HTTP_1_0;
    }

    /** A request without a body counts 0, one of unknown length -1. */
    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? -1 : 0;
        }
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static ScimException tooLarge(int limit) {
        return ScimException.of(
                ErrorKind.PAYLOAD_TOO_LARGE, "The body is too large: at most " + limit + " bytes are accepted here.");
    }

    /** One body while it arrives. */
    private final class Collector {

        private final HttpServerRequest request;
        private final int limit;
        private final Promise<Buffer> promise = Promise.promise();
        private Buffer body = Buffer.buffer(0);
        private boolean copied;
        private long timer;

        Collector(HttpServerRequest request, int limit) {
            this.request = request;
            this.limit = limit;
        }

        void chunk(Buffer chunk) {
            if (promise.future().isComplete()) {
                return;
            }
            if (body.length() + (long) chunk.length() > limit) {
                Farewell.announce(request);
                promise.fail(tooLarge(limit));
                body = Buffer.buffer(0);
            } else {
                // Most bodies come in one piece, which then needs no copy.
                body = body.length() == 0 ? chunk : appendable(body).appendBuffer(chunk);
            }
        }

        private Buffer appendable(Buffer first) {
            if (copied) {
                return first;
            }
            copied = true;
            return Buffer.buffer(Math.max(4096, first.length() * 4)).appendBuffer(first);
        }

        void end() {
            over(request, timer);
            if (promise.future().isComplete()) {
                Farewell.afterAnswer(vertx, request);
            }
            promise.tryComplete(body);
        }

        /** The connection is gone, and nobody is left to read an answer. */
        void broken(Throwable cause) {
            over(request, timer);
            promise.tryFail(ScimException.of(ErrorKind.BAD_REQUEST, "The body broke off before its end."));
        }

        private void malformed() {
            over(request, timer);
            Farewell.afterAnswer(vertx, request);
            promise.tryFail(ScimException.of(
                    ErrorKind.BAD_REQUEST, "The chunks of the body are malformed (RFC 9112 section 7.1)."));
        }

        void late() {
            promise.tryFail(ScimException.of(ErrorKind.BAD_REQUEST, "The body did not arrive in time."));
            request.connection().close();
        }
    }
}
