package io.sluice.ldap;

import io.sluice.ldap.server.HostCertificate;
import io.sluice.ldap.server.InMemoryServer;

final class InMemoryTlsTest extends TlsContract {

    @Override
    Secure start(HostCertificate certificate) {
        InMemoryServer server = InMemoryServer.start(certificate);
        return new Secure(server, server.securePort());
    }
}
