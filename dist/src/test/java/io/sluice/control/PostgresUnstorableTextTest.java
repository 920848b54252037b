package io.sluice.control;

import io.sluice.gateway.access.UnstorableTextTest;
import io.sluice.gateway.kit.Gateway;
import io.sluice.postgres.server.TestDatabase;
import java.util.Map;

final class PostgresUnstorableTextTest extends UnstorableTextTest {

    @Override
    protected Gateway start() {
        return OverPostgres.start(TestDatabase.create(), Map.of());
    }
}
