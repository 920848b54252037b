package io.sluice.gateway.start;

import io.sluice.core.control.EmbeddedServer;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node that serves, with the server that was started for it. */
public final class Running implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final long STOP_SECONDS = 30;

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
            await(node.stop(), STOP_SECONDS);
        } catch (RuntimeException e) {
            LOG.warn("The node did not stop cleanly: {}", e.toString());
        } finally {
            server.ifPresent(EmbeddedServer.Running::close);
        }
    }

    /** Waits on a thread that is none of Vert.x's. */
    static <T> T await(Future<T> future, long seconds) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new StartException("It took longer than " + seconds + " seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted.");
        }
    }
}
