package io.sluice.ldap.server;

import java.nio.file.Path;
import java.util.Optional;

/** A directory for tests, with our schema and an empty suffix {@code dc=example,dc=com}. */
public interface DirectoryServer extends AutoCloseable {

    String SUFFIX = "dc=example,dc=com";
    String BIND_DN = "cn=scim,dc=example,dc=com";
    String BIND_PASSWORD = "between-us";

    int port();

    /** Where it is reached by those who get their settings from {@code LdapSetup}. */
    default String url() {
        return "ldap://127.0.0.1:" + port();
    }

    /** The certificate to trust, if the URL is one of LDAPS. */
    default Optional<Path> trust() {
        return Optional.empty();
    }

    @Override
    void close();
}
