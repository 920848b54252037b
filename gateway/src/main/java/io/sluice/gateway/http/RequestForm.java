package io.sluice.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/** What the head of a request must look like for a proxy in front to understand the same (RFC 9112 sections 2.3, 3.2, 6.1 and 6.3). */
final class RequestForm {

    private RequestForm() {}

    /**
     * @throws IllegalArgumentException for a transfer coding other than chunked alone and a number of Host lines other than one;
     *     {@link UnsupportedVersion}, after the version was set to one that the answer can have
     */
    static void check(HttpMessage message) {
        HttpVersion version = message.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            message.setProtocolVersion(HttpVersion.HTTP_1_1);
            throw new UnsupportedVersion();
        }
        List<String> codings = message.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !(codings.size() == 1 && "chunked".equalsIgnoreCase(codings.get(0)))) {
            throw new IllegalArgumentException("The only transfer coding of a request is chunked");
        }
        int hosts = message.headers().getAll(HttpHeaderNames.HOST).size();
        if (hosts > 1 || (hosts == 0 && version.equals(HttpVersion.HTTP_1_1))) {
            throw new IllegalArgumentException("A request has one Host line");
        }
    }
}
