package io.sluice.gateway.tracing;

/** Says in the trace of a request what it was; called on the request's own context, before its answer is sent. */
@FunctionalInterface
public interface RequestSpans {

    /** No traces: costs nothing. */
    RequestSpans NONE = (requestId, tenant, method, route) -> {};

    /**
     * @param method one that the route has, or "other"
     * @param route a template such as {@code /Users/{id}}
     */
    void served(String requestId, String tenant, String method, String route);
}
