package io.sluice.gateway.scim;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.Actor;
import io.sluice.core.dialect.Dialect;
import io.sluice.core.dialect.Firings;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.http.TimeOrderedIds;
import io.sluice.gateway.render.Locations;
import java.time.Duration;
import java.time.Instant;

/**
 * Who asks, and what that means for one request: their tenant's schemas, how they see locations, which dialect they speak.
 *
 * @param deadline by which the request is answered
 * @param firings the dialect's rules that made a difference to this request
 */
record Caller(
        Principal principal,
        SchemaRegistry registry,
        Locations locations,
        String requestId,
        Actor actor,
        Instant deadline,
        Firings firings) {

    Dialect dialect() {
        return principal.strict() ? Dialect.STRICT : Dialect.TOLERANT;
    }

    /** Of one operation; a bulk request has many. */
    RequestContext newOperation() {
        return operation(deadline);
    }

    /** The same caller with as much time again from now on: for a part of a request that takes long as a whole. */
    Caller renewed(Duration patience) {
        Instant until = Instant.now().plus(patience);
        return new Caller(principal, registry, locations, requestId, actor, until, firings);
    }

    /** Of a further page of an answer that is being written: it has as much time again as the request had. */
    RequestContext fresh(Duration patience) {
        return operation(Instant.now().plus(patience));
    }

    private RequestContext operation(Instant until) {
        return new RequestContext(principal.tenant().id(), requestId, TimeOrderedIds.next(), actor, until);
    }
}
