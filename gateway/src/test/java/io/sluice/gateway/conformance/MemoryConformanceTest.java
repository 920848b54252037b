package io.sluice.gateway.conformance;

import io.sluice.gateway.kit.Client;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MemoryConformanceTest extends ConformanceSuite {

    private GatewayUnderTest gateway;

    MemoryConformanceTest() {
        super("memory");
    }

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
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
