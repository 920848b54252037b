package io.sluice.ldap.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How connections are protected; the server's host name is always verified against its certificate.
 *
 * @param startTls whether plain connections are upgraded before anything else is sent
 * @param trust PEM file of the certificates to trust; empty for those that the JVM trusts
 */
public record TlsSettings(boolean startTls, Optional<Path> trust) {}
