package io.sluice.gateway.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendProvider;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Capabilities;
import io.sluice.gateway.start.Providers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The backend in memory, each of whose creates takes a while. */
public record SlowMemory(BackendProvider memory, Duration pause) implements BackendProvider {

    public static Providers of(Duration pause) {
        Providers found = Providers.found();
        Map<String, BackendProvider> backends = new HashMap<>(found.backends());
        backends.computeIfPresent("memory", (name, memory) -> new SlowMemory(memory, pause));
        return new Providers(backends, found.stores(), found.servers());
    }

    @Override
    public String name() {
        return memory.name();
    }

    @Override
    public Backend create(Vertx vertx, ObjectNode settings) {
        return new Slow(vertx, memory.create(vertx, settings), pause);
    }

    private record Slow(Vertx vertx, Backend backend, Duration pause) implements Backend {

        @Override
        public Capabilities capabilities() {
            return backend.capabilities();
        }

        @Override
        public Future<Void> start() {
            return backend.start();
        }

        @Override
        public Future<BackendReply> execute(BackendRequest request) {
            return request instanceof BackendRequest.Create
                    ? vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).compose(over -> backend.execute(request))
                    : backend.execute(request);
        }

        @Override
        public Future<Void> stop() {
            return backend.stop();
        }

        @Override
        public Future<Void> health() {
            return backend.health();
        }
    }
}
