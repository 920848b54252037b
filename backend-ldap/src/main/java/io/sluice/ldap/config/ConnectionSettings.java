package io.sluice.ldap.config;

import io.sluice.core.resource.Secret;
import java.util.List;
import java.util.Optional;

/**
 * How the directory is reached.
 *
 * @param servers in the order of preference: the next one is asked when those before it cannot be reached
 * @param bind who we are for the directory; empty for anonymous
 */
public record ConnectionSettings(List<Endpoint> servers, Optional<Bind> bind, TlsSettings tls, Limits limits) {

    public ConnectionSettings {
        servers = List.copyOf(servers);
    }

    public record Bind(String dn, Secret password) {}

    /**
     * Bounds that keep a slow directory from taking more than its share.
     *
     * @param connections open at most; each carries one operation at a time, far below the 64 that servers tolerate
     * @param requests in progress or waiting at most; more are refused with 503
     * @param failbackMillis after a failover the preferred server is tried again when a connection has this age
     */
    public record Limits(
            int connections, int requests, int connectTimeoutMillis, int responseTimeoutMillis, int failbackMillis) {}
}
