package io.sluice.conformance;

import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;

@RequiresSlapd
final class SlapdConformanceTest extends LdapConformance {

    @Override
    DirectoryServer directory() {
        return Slapd.start();
    }
}
