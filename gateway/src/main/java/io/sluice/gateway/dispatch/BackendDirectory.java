package io.sluice.gateway.dispatch;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.Capabilities;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The backends of this node, by name. */
public final class BackendDirectory {

    private final Map<String, Backend> backends;

    public BackendDirectory(Map<String, Backend> backends) {
        this.backends = Map.copyOf(backends);
    }

    public Set<String> names() {
        return backends.keySet();
    }

    /** What the backend can do; empty when there is none of that name. */
    public Optional<Capabilities> capabilities(String name) {
        return Optional.ofNullable(backends.get(name)).map(Backend::capabilities);
    }

    /** Fails when the backend cannot serve or does not exist. */
    public Future<Void> health(String name) {
        Backend backend = backends.get(name);
        return backend == null ? Future.failedFuture("There is no backend " + name) : backend.health();
    }
}
