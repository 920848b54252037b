package io.sluice.gateway.dispatch;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.vertx.core.Future;

/** The way to an instance of a backend, on this node or on another. */
public interface BackendCalls {

    /** Fails when nobody answered; what happened to a write is then unknown. */
    Future<BackendReply> call(String backend, BackendRequest request);
}
