package io.sluice.gateway.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendProvider;
import io.sluice.core.control.ControlStoreProvider;
import io.sluice.core.control.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was found beside the gateway: backends, stores, and servers to run with them. */
public record Providers(
        Map<String, BackendProvider> backends, Map<String, ControlStoreProvider> stores, List<EmbeddedServer> servers) {

    public Providers {
        backends = Map.copyOf(backends);
        stores = Map.copyOf(stores);
        servers = List.copyOf(servers);
    }

    public static Providers found() {
        return new Providers(
                byName(BackendProvider.class, BackendProvider::name),
                byName(ControlStoreProvider.class, ControlStoreProvider::name),
                ServiceLoader.load(EmbeddedServer.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** What checks the section of the configuration under each name. */
    public Map<String, Consumer<ObjectNode>> sections() {
        Map<String, Consumer<ObjectNode>> sections = new HashMap<>();
        backends.forEach((name, backend) -> sections.merge(name, backend::check, Consumer::andThen));
        stores.forEach((name, store) -> sections.merge(name, store::check, Consumer::andThen));
        return Map.copyOf(sections);
    }

    private static <T> Map<String, T> byName(Class<T> type, Function<T, String> name) {
        return ServiceLoader.load(type).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(name, Function.identity(), (first, second) -> first));
    }
}
