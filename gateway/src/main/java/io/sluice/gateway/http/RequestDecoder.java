package io.sluice.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Refuses the forms of a request that a proxy in front may understand differently than we do, which is how requests are smuggled:
 * a length together with chunks, folded header lines (RFC 9112 sections 5.2 and 6.3), and what {@link RequestForm} refuses. Nothing is
 * read from a connection after such a request.
 */
final class RequestDecoder extends VertxHttpRequestDecoder {

    /** Who is told, once, that the body which is being read will never be complete, because its chunks are malformed. */
    static final AttributeKey<Runnable> BODY_READER = AttributeKey.valueOf("sluice.bodyReader");

    /** Set when that was found out before anybody began to read. */
    static final AttributeKey<Boolean> MALFORMED_BODY = AttributeKey.valueOf("sluice.malformedBody");

    private boolean inHead = true;
    private boolean fresh = true;
    private boolean folded;

    RequestDecoder(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (inHead && !folded) {
            folded = hasFoldedLine(buffer);
        }
        int from = buffer.readerIndex();
        int before = out.size();
        super.decode(context, buffer, out);
        fresh &= buffer.readerIndex() == from;
        for (int i = before; i < out.size(); i++) {
            decoded(out.get(i));
        }
        if (out.size() > before && isMalformedBody(out.get(out.size() - 1))) {
            ReferenceCountUtil.release(out.remove(out.size() - 1));
            refuseBody(context.channel());
        }
    }

    static boolean isMalformedBody(Object message) {
        return message instanceof HttpContent content
                && !(message instanceof HttpMessage)
                && content.decoderResult().isFailure();
    }

    /** Whoever reads the body answers, and the connection ends with that; so does the answer of whoever throws it away. */
    static void refuseBody(Channel channel) {
        Runnable reader = channel.attr(BODY_READER).getAndSet(null);
        if (reader == null) {
            channel.attr(MALFORMED_BODY).set(true);
        } else {
            reader.run();
        }
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length and Transfer-Encoding exclude each other");
    }

    /** Asked once a head is complete and before its length is worked out; what it throws makes the parser drop all that follows. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        if (folded) {
            throw new IllegalArgumentException("Header lines must not be folded");
        }
        RequestForm.check(message);
        return super.isContentAlwaysEmpty(message);
    }

    private void decoded(Object message) {
        if (message instanceof HttpMessage) {
            inHead = false;
        }
        if (message instanceof LastHttpContent) {
            inHead = true;
            fresh = true;
            folded = false;
        }
    }

    /**
     * Looks at the lines of the head that the parser has not taken yet, the first of which begins where it will read on: one
     * that begins with a blank continues another.
     */
    private boolean hasFoldedLine(ByteBuf buffer) {
        int at = buffer.readerIndex();
        int end = buffer.writerIndex();
        while (fresh && at < end && (buffer.getByte(at) == '\r' || buffer.getByte(at) == '\n')) {
            at++;
        }
        while (at < end) {
            byte first = buffer.getByte(at);
            if (first == ' ' || first == '\t') {
                return true;
            }
            int feed = buffer.indexOf(at, end, (byte) '\n');
            if (feed < 0 || feed == at || (feed == at + 1 && first == '\r')) {
                return false;
            }
            at = feed + 1;
        }
        return false;
    }
}
