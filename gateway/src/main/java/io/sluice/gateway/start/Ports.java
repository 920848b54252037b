package io.sluice.gateway.start;

import io.sluice.gateway.config.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether ports are free before anything that takes time is begun for a node which could not open them. */
final class Ports {

    private Ports() {}

    /**
     * @throws StartException with the port, the reason, and what chooses another one
     */
    static void requireFree(Config config, Role role) {
        if (role.hasFront()) {
            requireFree(config.http().host(), config.http().port(), "http.port", "SLUICE_HTTP_PORT");
        }
        requireFree(
                config.management().host(), config.management().port(), "management.port", "SLUICE_MANAGEMENT_PORT");
    }

    private static void requireFree(String host, int port, String key, String variable) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            // As the server does: connections that have just ended there are no reason to refuse.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartException("Port " + port + " cannot be opened on " + host + " (" + e.getMessage()
                    + "); another program may have it. Choose another port with " + key
                    + " in the configuration file or "
                    + variable + ".");
        }
    }
}
