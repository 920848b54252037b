package io.sluice.gateway.start;

import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.Answers;
import io.sluice.gateway.http.RequestIds;
import io.sluice.gateway.portal.Portal;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/** Sends SCIM requests straight to their entrance, browsers to the portal and everything else to the router. */
final class FrontDoor implements Handler<HttpServerRequest> {

    private final Handler<HttpServerRequest> scim;
    private final Handler<HttpServerRequest> portal;
    private final Handler<HttpServerRequest> router;

    FrontDoor(Handler<HttpServerRequest> scim, Handler<HttpServerRequest> portal, Handler<HttpServerRequest> router) {
        this.scim = scim;
        this.portal = portal;
        this.router = router;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = Optional.ofNullable(request.path()).orElse("");
        if (path.equals("/") && isBrowser(request)) {
            // A program that asks for the root has the wrong URL and is told so; a person wants the portal.
            Answers.send(request, RequestIds.of(request), Answer.empty(303).with(HttpHeaders.LOCATION, Portal.ROOT));
        } else {
            entrance(path).handle(request);
        }
    }

    private static boolean isBrowser(HttpServerRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return reads && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    private Handler<HttpServerRequest> entrance(String path) {
        if (path.startsWith("/scim") || path.startsWith("/tenants")) {
            return scim;
        }
        return path.equals(Portal.ROOT) || path.startsWith(Portal.ROOT + "/") ? portal : router;
    }
}
