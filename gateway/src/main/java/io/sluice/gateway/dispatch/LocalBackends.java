package io.sluice.gateway.dispatch;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.Capabilities;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The backends of this node. */
public final class LocalBackends implements BackendDirectory {

    private final Map<String, Backend> backends;

    public LocalBackends(Map<String, Backend> backends) {
        this.backends = Map.copyOf(backends);
    }

    @Override
    public Set<String> names() {
        return backends.keySet();
    }

    @Override
    public Optional<Capabilities> capabilities(String name) {
        return Optional.ofNullable(backends.get(name)).map(Backend::capabilities);
    }

    @Override
    public Future<Void> health(String name) {
        Backend backend = backends.get(name);
        return backend == null ? Future.failedFuture("There is no backend " + name) : backend.health();
    }
}
