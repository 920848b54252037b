package io.sluice.postgres.sql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How connections are made, kept and given up.
 *
 * @param rootCertificate PEM file of the authority that signs the servers' certificates, for {@code sslmode=verify-ca} and
 *     {@code verify-full}; without one the authorities that Java trusts
 * @param connectTimeout for one attempt at one host
 * @param poolTimeout how long a statement may wait for a connection
 * @param primaryCheck how often, with several hosts, the primary is asked whether it still is one
 * @param replicaUri a standby for what administrators look at; a secret
 * @param replicaStaleness how far the standby may be behind before the primary is asked instead
 */
public record ConnectionSettings(
        Optional<Path> rootCertificate,
        Duration connectTimeout,
        Duration poolTimeout,
        Duration primaryCheck,
        Optional<String> replicaUri,
        Duration replicaStaleness) {

    public static final ConnectionSettings DEFAULT = new ConnectionSettings(
            Optional.empty(),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Optional.empty(),
            Duration.ofSeconds(10));
}
