package io.sluice.ldap.server;

/** A directory for tests, with our schema and an empty suffix {@code dc=example,dc=com}. */
public interface DirectoryServer extends AutoCloseable {

    String SUFFIX = "dc=example,dc=com";
    String BIND_DN = "cn=scim,dc=example,dc=com";
    String BIND_PASSWORD = "between-us";

    int port();

    @Override
    void close();
}
