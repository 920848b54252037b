package io.sluice.ldap;

import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;

/** The whole contract of backends, on a real OpenLDAP server. */
@RequiresSlapd
final class SlapdContractTest extends LdapContract {

    @Override
    DirectoryServer server() {
        return Slapd.start();
    }
}
