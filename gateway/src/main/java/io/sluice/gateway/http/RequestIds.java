package io.sluice.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Names requests, so that an answer, the log and the audit trail can be put side by side. */
public final class RequestIds {

    public static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

    private static final int LONGEST = 128;

    private RequestIds() {}

    /** The caller's own id when it is harmless in logs and headers, else a new one. */
    public static String of(HttpServerRequest request) {
        String sent = request.getHeader(HEADER);
        return sent != null && isHarmless(sent) ? sent : TimeOrderedIds.next().toString();
    }

    private static boolean isHarmless(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!word && "-_.:=+/".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
