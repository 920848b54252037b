package io.sluice.gateway.http;

import io.vertx.ext.web.Router;

/** A part of the service outside SCIM that puts its routes on the router of one event loop. */
@FunctionalInterface
public interface RouterPart {

    void mountOn(Router router);
}
