package io.sluice.gateway.cluster;

import io.sluice.core.backend.BackendLoad;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.bus.Addresses;
import io.sluice.core.bus.LocalCodec;
import io.sluice.core.wire.Incoming;
import io.sluice.core.wire.ReplyEncoder;
import io.sluice.core.wire.RequestDecoder;
import io.sluice.core.wire.TypesReceived;
import io.sluice.core.wire.WireException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests of other nodes and hands them to the backend of this one by reference. */
public final class Entrance extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final int DAMAGED = 400;
    private static final int UNAVAILABLE = 503;

    private final String backend;
    private final String node;
    private final BackendLoad load;
    private final BackendLoad taken = new BackendLoad();
    private final RequestDecoder decoder = new RequestDecoder(new TypesReceived());
    private @Nullable MessageConsumer<Buffer> consumer;

    /**
     * @param node the id of this node
     */
    public Entrance(String backend, String node, BackendLoad load) {
        this.backend = backend;
        this.node = node;
        this.load = load;
    }

    @Override
    public Future<?> start() {
        MessageConsumer<Buffer> made = vertx.eventBus().consumer(Addresses.instance(backend, node), this::take);
        consumer = made;
        return made.completion();
    }

    /** From now on nothing comes in; completes when what is in flight has been answered. */
    @Override
    public Future<?> stop() {
        MessageConsumer<Buffer> made = consumer;
        return made == null ? Future.succeededFuture() : made.unregister().transform(gone -> taken.idle());
    }

    private void take(Message<Buffer> message) {
        try {
            switch (decoder.decode(message.body())) {
                case Incoming.UnknownType unknown ->
                    message.reply(ReplyEncoder.unknownType(unknown.version(), load.inFlight()));
                case Incoming.Ready ready -> serve(ready, message);
            }
        } catch (WireException e) {
            LOG.error("A request of another node cannot be read: {}", e.getMessage());
            message.fail(DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private void serve(Incoming.Ready ready, Message<Buffer> message) {
        taken.began();
        vertx.eventBus()
                .<BackendReply>request(Addresses.backend(backend), ready.request(), delivery(ready.request()))
                .onSuccess(reply -> message.reply(ReplyEncoder.encode(reply.body(), ready.version(), load.inFlight())))
                .onFailure(cause -> message.fail(UNAVAILABLE, String.valueOf(cause.getMessage())))
                .onComplete(done -> taken.ended());
    }

    private static DeliveryOptions delivery(BackendRequest request) {
        long left =
                Duration.between(Instant.now(), request.context().deadline()).toMillis();
        return new DeliveryOptions()
                .setCodecName(LocalCodec.NAME)
                .setLocalOnly(true)
                .setSendTimeout(Math.max(1, left));
    }
}
