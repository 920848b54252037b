package io.sluice.postgres.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.ControlStoreProvider;
import io.sluice.core.meter.Meters;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;

/** Makes control stores in PostgreSQL. */
public final class PostgresControlStoreProvider implements ControlStoreProvider {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void check(ObjectNode settings) {
        PostgresSettings.check(settings);
    }

    @Override
    public ControlStore create(Vertx vertx, ObjectNode settings) {
        return create(vertx, settings, Meters.NONE);
    }

    @Override
    public ControlStore create(Vertx vertx, ObjectNode settings, Meters meters) {
        return new PostgresControlStore(vertx, PostgresSettings.read(settings), meters);
    }
}
