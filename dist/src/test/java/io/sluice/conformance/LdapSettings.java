package io.sluice.conformance;

import io.sluice.ldap.server.DirectoryServer;
import java.util.Map;

/** What tells a gateway to keep resources in a directory, as environment variables. */
public final class LdapSettings {

    private LdapSettings() {}

    public static Map<String, String> of(DirectoryServer directory) {
        return Map.of(
                "SLUICE_BACKEND_DEFAULT",
                "ldap",
                "SLUICE_LDAP_SERVERS",
                "ldap://127.0.0.1:" + directory.port(),
                "SLUICE_LDAP_BIND_DN",
                DirectoryServer.BIND_DN,
                "SLUICE_LDAP_BIND_PASSWORD",
                DirectoryServer.BIND_PASSWORD,
                "SLUICE_LDAP_USERS",
                "ou=people,ou={tenant}," + DirectoryServer.SUFFIX,
                "SLUICE_LDAP_GROUPS",
                "ou=groups,ou={tenant}," + DirectoryServer.SUFFIX);
    }
}
