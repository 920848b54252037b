package io.sluice.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendProvider;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;

/** Makes backends that keep resources in PostgreSQL. */
public final class PostgresBackendProvider implements BackendProvider {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Backend create(Vertx vertx, ObjectNode settings) {
        return new PostgresBackend(vertx, PostgresSettings.read(settings));
    }
}
