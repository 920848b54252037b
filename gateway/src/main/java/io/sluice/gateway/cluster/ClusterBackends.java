package io.sluice.gateway.cluster;

import io.sluice.core.backend.Capabilities;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The backends of this node and of all others. */
public final class ClusterBackends implements BackendDirectory {

    private final BackendDirectory local;
    private final Peers peers;

    public ClusterBackends(BackendDirectory local, Peers peers) {
        this.local = local;
        this.peers = peers;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>(local.names());
        names.addAll(peers.names());
        return names;
    }

    @Override
    public Optional<Capabilities> capabilities(String name) {
        return local.capabilities(name).or(() -> peers.capabilities(name));
    }

    @Override
    public Future<Void> health(String name) {
        if (local.names().contains(name)) {
            return local.health(name);
        }
        return peers.isServed(name)
                ? Future.succeededFuture()
                : Future.failedFuture("No node with the backend " + name + " can serve");
    }
}
