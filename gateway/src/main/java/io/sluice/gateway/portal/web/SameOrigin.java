package io.sluice.gateway.portal.web;

import io.vertx.core.http.HttpServerRequest;

/**
 * Whether a request that changes something was sent from a page of the portal. The cookie is SameSite=Strict already; this is
 * the second wall, and the token in each form the third. Unlike a token that a cookie carries, nothing here is renewed by a
 * page in another tab.
 */
public final class SameOrigin {

    private SameOrigin() {}

    /**
     * Browsers say where a request comes from in {@code Sec-Fetch-Site}; older ones, and those that talk to a plain HTTP
     * address, at least in {@code Origin}. A request with neither was not sent by a form.
     *
     * @param publicUrl scheme and authority that the browser knows
     */
    public static boolean holds(HttpServerRequest request, String publicUrl) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.equalsIgnoreCase(publicUrl);
    }
}
