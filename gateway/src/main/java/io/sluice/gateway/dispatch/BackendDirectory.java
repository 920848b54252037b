package io.sluice.gateway.dispatch;

import io.sluice.core.backend.Capabilities;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** The backends that this node can reach, by name. */
public interface BackendDirectory {

    Set<String> names();

    /** What the backend can do; empty when there is none of that name. */
    Optional<Capabilities> capabilities(String name);

    /** Fails when the backend cannot serve or does not exist. */
    Future<Void> health(String name);
}
