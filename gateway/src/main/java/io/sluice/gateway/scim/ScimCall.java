package io.sluice.gateway.scim;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * One request after authentication.
 *
 * @param body empty for methods that have none
 */
record ScimCall(Caller caller, ScimRoute route, MultiMap parameters, MultiMap headers, Buffer body) {}
