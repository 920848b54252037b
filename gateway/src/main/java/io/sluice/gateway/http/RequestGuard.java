package io.sluice.gateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

/**
 * Refuses what {@link RequestForm} and malformed chunks are refused for on ports that also speak HTTP/2 without TLS: which of the two a
 * client speaks is known only when its first request has been decoded, and then it is too late for a decoder of our own. A length that
 * comes with chunks is ignored here and folded header lines are joined, as RFC 9112 sections 6.3 and 5.2 allow.
 */
final class RequestGuard extends ChannelInboundHandlerAdapter {

    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (RequestDecoder.isMalformedBody(message)) {
            ReferenceCountUtil.release(message);
            refused = true;
            RequestDecoder.refuseBody(context.channel());
        } else {
            if (message instanceof HttpRequest request
                    && request.decoderResult().isSuccess()) {
                check(request);
            }
            super.channelRead(context, message);
        }
    }

    private void check(HttpRequest request) {
        try {
            RequestForm.check(request);
        } catch (IllegalArgumentException e) {
            refused = true;
            request.setDecoderResult(DecoderResult.failure(e));
        }
    }
}
