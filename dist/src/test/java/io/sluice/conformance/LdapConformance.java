package io.sluice.conformance;

import io.sluice.gateway.conformance.ConformanceSuite;
import io.sluice.gateway.conformance.GatewayUnderTest;
import io.sluice.gateway.conformance.Preparation;
import io.sluice.gateway.kit.Client;
import io.sluice.ldap.server.DirectoryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Every case with resources in a directory; a subclass says in which. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LdapConformance extends ConformanceSuite {

    private DirectoryServer directory;
    private GatewayUnderTest gateway;

    LdapConformance() {
        super("ldap");
    }

    abstract DirectoryServer directory();

    @BeforeAll
    void start() {
        directory = directory();
        gateway = GatewayUnderTest.start(LdapSettings.of(directory));
    }

    @AfterAll
    void stop() {
        gateway.close();
        directory.close();
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
