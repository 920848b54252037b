package io.sluice.control;

import io.sluice.gateway.kit.Gateway;
import io.sluice.postgres.server.TestDatabase;
import java.util.HashMap;
import java.util.Map;

/** Gateways whose resources and control plane are in PostgreSQL. */
final class OverPostgres {

    private OverPostgres() {}

    static Gateway start(TestDatabase database, Map<String, String> settings) {
        return Gateway.start(settings(database, settings));
    }

    static Map<String, String> settings(TestDatabase database, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(Map.of(
                "SLUICE_BACKEND_DEFAULT", "postgres",
                "SLUICE_BACKEND_CONTROL", "postgres",
                "SLUICE_POSTGRES_URI", database.uri()));
        all.putAll(others);
        return all;
    }
}
