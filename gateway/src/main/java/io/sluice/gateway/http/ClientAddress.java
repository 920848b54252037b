package io.sluice.gateway.http;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from, as the audit trail names it. */
public final class ClientAddress {

    private ClientAddress() {}

    /**
     * @param trustForwarded whether a proxy in front sets {@code X-Forwarded-For}; its last entry is the one that it added
     */
    public static String of(HttpServerRequest request, boolean trustForwarded) {
        String forwarded = trustForwarded ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded != null) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            if (!last.isEmpty() && last.length() <= 64 && last.chars().allMatch(ClientAddress::isAddressCharacter)) {
                return last;
            }
        }
        var remote = request.remoteAddress();
        String host = remote == null ? null : remote.hostAddress();
        return host == null ? "unknown" : host;
    }

    private static boolean isAddressCharacter(int c) {
        return Character.digit(c, 16) >= 0 || c == '.' || c == ':' || c == '[' || c == ']';
    }
}
