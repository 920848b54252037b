package io.sluice.gateway.http;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;

/** What clients call this service: scheme and authority, without a slash at the end. */
public final class PublicUrl {

    private final Optional<String> configured;
    private final boolean trustForwarded;

    public PublicUrl(Optional<String> configured, boolean trustForwarded) {
        this.configured = configured;
        this.trustForwarded = trustForwarded;
    }

    /**
     * @throws ScimException BAD_REQUEST when the answer depends on the {@code Host} header and that is malformed, or missing other than in HTTP/1.0
     */
    public String of(HttpServerRequest request) {
        if (configured.isPresent()) {
            return configured.get();
        }
        String host = forwarded(request, "X-Forwarded-Host").orElseGet(() -> host(request));
        if (!isAuthority(host)) {
            throw ScimException.of(ErrorKind.BAD_REQUEST, "The Host header is not a host name with an optional port.");
        }
        return scheme(request) + "://" + host;
    }

    private String scheme(HttpServerRequest request) {
        boolean secure = forwarded(request, "X-Forwarded-Proto")
                .map("https"::equalsIgnoreCase)
                .orElseGet(request::isSSL);
        return secure ? "https" : "http";
    }

    private Optional<String> forwarded(HttpServerRequest request, String header) {
        return trustForwarded ? Optional.ofNullable(request.getHeader(header)) : Optional.empty();
    }

    private static String host(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority != null) {
            return authority.toString();
        }
        // HTTP/1.0 knows no Host; HTTP/1.1 without one does not get here.
        return request.version() == HttpVersion.HTTP_1_0 ? local(request.localAddress()) : "";
    }

    private static String local(SocketAddress address) {
        return HostAndPort.create(address.hostAddress(), address.port()).toString();
    }

    /** Only what cannot break out of the JSON text and the header that it goes into. */
    private static boolean isAuthority(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!word && ".-:[]_".indexOf(c) < 0) {
                return false;
            }
        }
        return !host.isEmpty() && host.length() <= 255;
    }
}
