package io.sluice.core.backend;

import io.sluice.core.bus.Addresses;
import io.sluice.core.bus.LocalCodec;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a backend on the event bus: one consumer on the address of its name, one reply for every request. */
public final class BackendVerticle extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(BackendVerticle.class);
    private static final DeliveryOptions BY_REFERENCE =
            new DeliveryOptions().setCodecName(LocalCodec.NAME).setLocalOnly(true);

    private final String name;
    private final Supplier<Backend> factory;
    private @org.jspecify.annotations.Nullable Backend backend;

    public BackendVerticle(String name, Supplier<Backend> factory) {
        this.name = name;
        this.factory = factory;
    }

    @Override
    public Future<?> start() {
        Backend started = factory.get();
        backend = started;
        return started.start()
                .onSuccess(ignored -> vertx.eventBus()
                        .<BackendRequest>localConsumer(Addresses.backend(name), message -> serve(started, message)));
    }

    @Override
    public Future<?> stop() {
        return backend == null ? Future.succeededFuture() : backend.stop();
    }

    private static void serve(Backend backend, Message<BackendRequest> message) {
        execute(backend, message.body())
                .otherwise(BackendVerticle::failed)
                .onSuccess(reply -> message.reply(reply, BY_REFERENCE));
    }

    private static Future<BackendReply> execute(Backend backend, BackendRequest request) {
        try {
            return backend.execute(request);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static BackendReply failed(Throwable cause) {
        if (cause instanceof ScimException known) {
            return new BackendReply.Failed(known.error());
        }
        LOG.error("A backend failed in a way that it did not foresee", cause);
        return new BackendReply.Failed(
                ScimError.of(ErrorKind.INTERNAL, "The backend failed unexpectedly; the log has the details."));
    }
}
