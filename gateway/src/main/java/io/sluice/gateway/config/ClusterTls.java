package io.sluice.gateway.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files with which nodes prove to each other who they are, in PEM; all three or none.
 *
 * @param certificate this node's, good as a client's and as a server's
 * @param authority whose certificates are trusted, and no others
 */
public record ClusterTls(Optional<Path> certificate, Optional<Path> key, Optional<Path> authority) {

    static final ConfigKey<Optional<Path>> CERTIFICATE = ConfigKey.of(
            "cluster.tls.certificate",
            Kind.optionalFile(),
            "",
            "PEM file with this node's certificate; with it the event bus between nodes speaks TLS.");
    static final ConfigKey<Optional<Path>> KEY =
            ConfigKey.of("cluster.tls.key", Kind.optionalFile(), "", "PEM file with the key of the certificate.");
    static final ConfigKey<Optional<Path>> AUTHORITY = ConfigKey.of(
            "cluster.tls.authority",
            Kind.optionalFile(),
            "",
            "PEM file with the authority that must have signed every node's certificate, and no public one.");

    static ClusterTls read(Settings settings) {
        return new ClusterTls(settings.get(CERTIFICATE), settings.get(KEY), settings.get(AUTHORITY));
    }

    public boolean isOn() {
        return certificate.isPresent() || key.isPresent() || authority.isPresent();
    }

    public boolean isComplete() {
        return certificate.isPresent() && key.isPresent() && authority.isPresent();
    }
}
