package io.sluice.ldap;

import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.Ds389;
import io.sluice.ldap.server.RequiresDs389;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The whole contract of backends, on a real 389 Directory Server: one for all, because it takes seconds to start. */
@RequiresDs389
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Ds389ContractTest extends LdapContract {

    private Ds389 shared;

    @BeforeAll
    void start() {
        shared = Ds389.start();
    }

    @AfterAll
    void stop() {
        shared.close();
    }

    @Override
    DirectoryServer server() {
        return shared.lent();
    }
}
