package io.sluice.gateway.start;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Sends SCIM requests straight to their entrance and everything else to the router. */
final class FrontDoor implements Handler<HttpServerRequest> {

    private final Handler<HttpServerRequest> scim;
    private final Handler<HttpServerRequest> router;

    FrontDoor(Handler<HttpServerRequest> scim, Handler<HttpServerRequest> router) {
        this.scim = scim;
        this.router = router;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = request.path();
        boolean toScim = path != null && (path.startsWith("/scim") || path.startsWith("/tenants"));
        (toScim ? scim : router).handle(request);
    }
}
