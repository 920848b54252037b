package io.sluice.gateway.start;

import io.sluice.core.backend.BackendProvider;
import io.sluice.core.control.ControlStoreProvider;
import io.sluice.core.control.EmbeddedServer;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The names that have a section in the configuration. */
    public Set<String> sectionNames() {
        return Stream.concat(backends.keySet().stream(), stores.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Map<String, T> byName(Class<T> type, Function<T, String> name) {
        return ServiceLoader.load(type).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(name, Function.identity(), (first, second) -> first));
    }
}
