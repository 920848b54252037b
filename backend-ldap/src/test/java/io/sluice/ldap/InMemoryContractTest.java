package io.sluice.ldap;

import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.InMemoryServer;

/** The whole contract of backends, on the server in this process. */
final class InMemoryContractTest extends LdapContract {

    @Override
    DirectoryServer server() {
        return InMemoryServer.start();
    }
}
