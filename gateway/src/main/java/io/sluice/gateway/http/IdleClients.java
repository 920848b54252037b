package io.sluice.gateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Finds connections on which nothing moves. One whose client has sent a whole request and waits for the answer is none of them,
 * however long that takes: what was done would be done without anybody being told. A client that does not take what is sent to it
 * is idle all the same.
 */
final class IdleClients extends IdleStateHandler {

    /** Requests of HTTP/1 that were read to their end, less the answers that were written to theirs. */
    private int unanswered;

    IdleClients(Duration most) {
        super(0, 0, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof LastHttpContent) {
            unanswered++;
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            unanswered--;
        }
        super.write(context, message, promise);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) throws Exception {
        boolean waits = unanswered > 0 || hasUnansweredStream(context);
        if (!waits || hasUnsentBytes(context)) {
            super.channelIdle(context, event);
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private static boolean hasUnansweredStream(ChannelHandlerContext context) throws Http2Exception {
        Http2ConnectionHandler http2 = context.pipeline().get(Http2ConnectionHandler.class);
        return http2 != null
                && http2.connection()
                                .forEachActiveStream(stream -> stream.state() != Http2Stream.State.HALF_CLOSED_REMOTE)
                        != null;
    }

    private static boolean hasUnsentBytes(ChannelHandlerContext context) {
        ChannelOutboundBuffer unsent = context.channel().unsafe().outboundBuffer();
        return unsent != null && unsent.totalPendingWriteBytes() > 0;
    }
}
