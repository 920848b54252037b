package io.sluice.conformance;

import io.sluice.gateway.conformance.ConformanceSuite;
import io.sluice.gateway.conformance.GatewayUnderTest;
import io.sluice.gateway.conformance.Preparation;
import io.sluice.gateway.kit.Client;
import io.sluice.postgres.server.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresConformanceTest extends ConformanceSuite {

    private GatewayUnderTest gateway;

    PostgresConformanceTest() {
        super("postgres");
    }

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of(
                "SLUICE_BACKEND_DEFAULT", "postgres",
                "SLUICE_BACKEND_CONTROL", "postgres",
                "SLUICE_POSTGRES_URI", TestDatabase.create().uri()));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Override
    protected boolean offers(Preparation preparation) {
        return true;
    }

    @Override
    protected Client tenant(String name, Preparation preparation) {
        return gateway.tenant(name, preparation);
    }
}
