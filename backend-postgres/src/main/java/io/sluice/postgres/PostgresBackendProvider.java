package io.sluice.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendProvider;
import io.sluice.core.backend.SettingKey;
import io.sluice.core.meter.Meters;
import io.sluice.postgres.sql.PostgresKeys;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import java.util.List;

/** Makes backends that keep resources in PostgreSQL. */
public final class PostgresBackendProvider implements BackendProvider {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<SettingKey> settings() {
        return PostgresKeys.ALL;
    }

    @Override
    public void check(ObjectNode settings) {
        PostgresSettings.check(settings);
    }

    @Override
    public Backend create(Vertx vertx, ObjectNode settings) {
        return create(vertx, settings, Meters.NONE);
    }

    @Override
    public Backend create(Vertx vertx, ObjectNode settings, Meters meters) {
        return new PostgresBackend(vertx, PostgresSettings.read(settings), meters);
    }
}
