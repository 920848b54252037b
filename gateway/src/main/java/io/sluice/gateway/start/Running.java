package io.sluice.gateway.start;

import io.sluice.core.control.EmbeddedServer;
import java.util.Optional;

/** A node that serves, with the server that was started for it. */
public final class Running implements AutoCloseable {

    private final Node node;
    private final Optional<EmbeddedServer.Running> server;

    Running(Node node, Optional<EmbeddedServer.Running> server) {
        this.node = node;
        this.server = server;
    }

    public Node node() {
        return node;
    }

    /** First the node, so that everything in flight is answered, then the server that it wrote to. */
    @Override
    public void close() {
        try {
            node.close();
        } finally {
            server.ifPresent(EmbeddedServer.Running::close);
        }
    }
}
