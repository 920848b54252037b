package io.sluice.gateway.start;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendProvider;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.ControlStoreProvider;
import io.sluice.core.meter.Meters;
import io.sluice.gateway.config.BackendConfig;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes the backends and the control store that the configuration names; nothing is connected yet. */
final class Stores {

    private final Vertx vertx;
    private final Providers providers;
    private final BackendConfig config;
    private final Meters meters;

    Stores(Vertx vertx, Providers providers, BackendConfig config, Meters meters) {
        this.vertx = vertx;
        this.providers = providers;
        this.config = config;
        this.meters = meters;
    }

    /**
     * @throws StartException when a name is unknown or a setting is wrong
     */
    Map<String, Backend> backends() {
        requireBackend(providers, config);
        Map<String, Backend> backends = new LinkedHashMap<>();
        for (String name : config.names()) {
            BackendProvider provider = providers.backends().get(name);
            if (provider != null) {
                backends.put(name, checked(name, () -> provider.create(vertx, config.section(name), meters)));
            }
        }
        return backends;
    }

    /**
     * @throws StartException when the name is unknown or a setting is wrong
     */
    ControlStore control() {
        String name = config.control();
        ControlStoreProvider provider = requireStore(providers, config);
        return checked(name, () -> provider.create(vertx, config.section(name), meters));
    }

    /**
     * For who wants to know before anything is made.
     *
     * @throws StartException when a name is unknown
     */
    static void requireKnown(Providers providers, BackendConfig config) {
        requireBackend(providers, config);
        requireStore(providers, config);
    }

    private static void requireBackend(Providers providers, BackendConfig config) {
        if (!providers.backends().containsKey(config.standard())) {
            throw new StartException("backend.default: there is no backend \"" + config.standard() + "\"; found: "
                    + new TreeSet<>(providers.backends().keySet()));
        }
    }

    private static ControlStoreProvider requireStore(Providers providers, BackendConfig config) {
        return Optional.ofNullable(providers.stores().get(config.control()))
                .orElseThrow(() -> new StartException("backend.control: there is no store \"" + config.control()
                        + "\"; found: " + new TreeSet<>(providers.stores().keySet())));
    }

    private static <T> T checked(String section, java.util.function.Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new StartException(section + ": " + e.getMessage());
        }
    }
}
