package io.sluice.gateway.start;

import io.sluice.gateway.portal.Portal;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
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
        entrance(Optional.ofNullable(request.path()).orElse("")).handle(request);
    }

    private Handler<HttpServerRequest> entrance(String path) {
        if (path.startsWith("/scim") || path.startsWith("/tenants")) {
            return scim;
        }
        return path.equals(Portal.ROOT) || path.startsWith(Portal.ROOT + "/") ? portal : router;
    }
}
