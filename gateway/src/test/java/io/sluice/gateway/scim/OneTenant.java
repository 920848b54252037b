package io.sluice.gateway.scim;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A gateway with a tenant {@code mine} for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneTenant {

    Gateway gateway;
    Client scim;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        scim = gateway.tenant("mine");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }
}
