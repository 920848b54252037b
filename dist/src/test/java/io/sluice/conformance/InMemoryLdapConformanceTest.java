package io.sluice.conformance;

import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.InMemoryServer;

final class InMemoryLdapConformanceTest extends LdapConformance {

    @Override
    DirectoryServer directory() {
        return InMemoryServer.start();
    }
}
