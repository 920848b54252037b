package io.sluice.gateway.cluster;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.gateway.dispatch.BackendCalls;
import io.vertx.core.Future;
import java.util.Set;

/** Asks the backend of this node by reference when it has one, else another node's. */
public final class LocalFirst implements BackendCalls {

    private final Set<String> here;
    private final BackendCalls local;
    private final BackendCalls remote;

    /**
     * @param here the names of this node's backends
     */
    public LocalFirst(Set<String> here, BackendCalls local, BackendCalls remote) {
        this.here = Set.copyOf(here);
        this.local = local;
        this.remote = remote;
    }

    @Override
    public Future<BackendReply> call(String backend, BackendRequest request) {
        return (here.contains(backend) ? local : remote).call(backend, request);
    }
}
