package io.sluice.core.backend;

import io.vertx.core.Future;

/**
 * A place where resources are kept. One instance serves many tenants and belongs to one verticle.
 *
 * <ol>
 *   <li>{@link #start} is called once before any request, {@link #stop} once after the last one was answered.
 *   <li>{@link #execute} is called on an event loop and never blocks it; requests may be in flight concurrently.
 *   <li>A failure is a {@link BackendReply.Failed}, or a failed future with a
 *       {@link io.sluice.core.error.ScimException}; anything else is a defect and becomes 500.
 *   <li>Writes to one resource take effect in the order in which they were handed over.
 * </ol>
 */
public interface Backend {

    Capabilities capabilities();

    Future<Void> start();

    Future<BackendReply> execute(BackendRequest request);

    Future<Void> stop();

    /** Completes when the backend can serve, fails with a sentence that says why it cannot. */
    Future<Void> health();
}
