package io.sluice.cluster;

import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.start.NodeMode;
import io.sluice.gateway.start.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes of one cluster on loopback, with ports that were free a moment ago, and one database. */
public final class Nodes implements AutoCloseable {

    private final Map<String, String> shared;
    private final String first = port();
    private final List<Gateway> running = new ArrayList<>();

    public Nodes(String databaseUri, Map<String, String> settings) {
        this.shared = new HashMap<>(Map.of(
                "SLUICE_BACKEND_DEFAULT", "postgres",
                "SLUICE_BACKEND_CONTROL", "postgres",
                "SLUICE_POSTGRES_URI", databaseUri,
                "SLUICE_POSTGRES_POOL_SIZE", "4",
                "SLUICE_CLUSTER_NAME", "test-" + first,
                "SLUICE_CLUSTER_HOST", "127.0.0.1",
                "SLUICE_CLUSTER_BUS_PORT", "0",
                "SLUICE_CLUSTER_MEMBERS", "127.0.0.1:" + first));
        shared.putAll(settings);
    }

    public Gateway start(Role role) {
        return start(role, Map.of());
    }

    public Gateway start(Role role, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("SLUICE_CLUSTER_PORT", running.isEmpty() ? first : port());
        settings.putAll(own);
        Gateway node = Gateway.start(settings, new NodeMode(role, true, true, false));
        running.add(node);
        return node;
    }

    @Override
    public void close() {
        running.reversed().forEach(Gateway::close);
    }

    private static String port() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
