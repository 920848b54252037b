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
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a backend on the event bus: one consumer on the address of its name, one reply for every request. What comes after its
 * deadline is refused, because nobody waits for it any more and somebody may have asked elsewhere.
 */
public final class BackendVerticle extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(BackendVerticle.class);
    private static final DeliveryOptions BY_REFERENCE =
            new DeliveryOptions().setCodecName(LocalCodec.NAME).setLocalOnly(true);

    private static final ScimError TOO_LATE =
            ScimError.unavailable("The request reached its backend after its deadline.", Duration.ofSeconds(1));

    /** What is in flight when the backend is told to stop has this long to end. */
    private static final long GRACE_SECONDS = 10;

    private final String name;
    private final Supplier<Backend> factory;
    private final BackendLoad load;
    private @org.jspecify.annotations.Nullable Backend backend;

    public BackendVerticle(String name, Supplier<Backend> factory) {
        this(name, factory, new BackendLoad());
    }

    /**
     * @param load told what is in flight
     */
    public BackendVerticle(String name, Supplier<Backend> factory, BackendLoad load) {
        this.name = name;
        this.factory = factory;
        this.load = load;
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
        Backend running = backend;
        return running == null
                ? Future.succeededFuture()
                : load.idle().timeout(GRACE_SECONDS, TimeUnit.SECONDS).transform(idle -> running.stop());
    }

    private void serve(Backend backend, Message<BackendRequest> message) {
        load.began();
        execute(backend, message.body()).otherwise(BackendVerticle::failed).onSuccess(reply -> {
            load.ended();
            message.reply(reply, BY_REFERENCE);
        });
    }

    private static Future<BackendReply> execute(Backend backend, BackendRequest request) {
        if (request.context().deadline().isBefore(Instant.now())) {
            return Future.succeededFuture(new BackendReply.Failed(TOO_LATE));
        }
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
