package io.sluice.control;

import io.sluice.gateway.access.ThreeWaysInTest;
import io.sluice.gateway.kit.Gateway;
import io.sluice.postgres.server.TestDatabase;
import java.util.Map;

/** Bearer token, client credentials, workload identity and outside issuer, each from the credential to a row in PostgreSQL. */
final class PostgresThreeWaysInTest extends ThreeWaysInTest {

    @Override
    protected Gateway start(Map<String, String> settings) {
        return OverPostgres.start(TestDatabase.create(), settings);
    }
}
