package io.sluice.postgres.control;

import io.sluice.core.control.ControlStore;
import io.sluice.core.kit.TokenRenewalContract;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;

class PostgresTokenRenewalTest extends TokenRenewalContract {

    @Override
    protected ControlStore store(Vertx vertx) {
        return new PostgresControlStore(
                vertx, PostgresSettings.of(TestDatabase.shared().uri()));
    }
}
