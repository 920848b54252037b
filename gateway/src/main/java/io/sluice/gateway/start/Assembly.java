package io.sluice.gateway.start;

import io.sluice.gateway.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a node together and starts it; of one that does not start nothing goes on running. */
record Assembly(
        Config config, Providers providers, NodeMode mode, Function<Node, Future<?>> preparation, Telemetry telemetry) {

    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);
    private static final long STOP_SECONDS = 30;

    /** Completes when the node serves. */
    Future<Node> start() {
        Promise<Node> started = Promise.promise();
        Platform.start(config, telemetry, mode.clustered())
                .onFailure(started::fail)
                .onSuccess(vertx -> outside(() -> assemble(vertx).onComplete(started)));
        return started.future();
    }

    /** Who joins others is told so on an event loop; what is made there would be bound to it. */
    private void outside(Runnable work) {
        if (mode.clustered()) {
            Thread.ofVirtual().name("sluice-start").start(work);
        } else {
            work.run();
        }
    }

    private Future<Node> assemble(Vertx vertx) {
        try {
            Stores stores = new Stores(
                    vertx, providers, config.backends(), telemetry.metrics().forBackends());
            Promise<Node> started = Promise.promise();
            new Node(vertx, config, mode, telemetry, stores)
                    .run(preparation)
                    .onSuccess(started::complete)
                    .onFailure(cause -> abandon(vertx).onComplete(closed -> started.fail(cause)));
            return started.future();
        } catch (RuntimeException e) {
            return abandon(vertx).transform(closed -> Future.failedFuture(e));
        }
    }

    /** Vert.x ends its event loops, so none of them can be the one that waits for it. */
    private static Future<?> abandon(Vertx vertx) {
        Promise<Void> closed = Promise.promise();
        Thread.ofVirtual().name("sluice-abandon").start(() -> {
            try {
                Waiting.on(vertx.close(), STOP_SECONDS);
            } catch (RuntimeException e) {
                LOG.warn("Vert.x did not close cleanly: {}", e.toString());
            } finally {
                closed.complete();
            }
        });
        return closed.future();
    }
}
