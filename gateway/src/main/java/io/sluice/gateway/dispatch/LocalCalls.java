package io.sluice.gateway.dispatch;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.bus.Addresses;
import io.sluice.core.bus.LocalCodec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;

/** Hands requests to the backends of this node by reference. */
public final class LocalCalls implements BackendCalls {

    private final Vertx vertx;
    private final DeliveryOptions delivery;

    public LocalCalls(Vertx vertx, Duration deadline) {
        this.vertx = vertx;
        this.delivery = new DeliveryOptions()
                .setCodecName(LocalCodec.NAME)
                .setLocalOnly(true)
                .setSendTimeout(deadline.toMillis());
    }

    @Override
    public Future<BackendReply> call(String backend, BackendRequest request) {
        return vertx.eventBus()
                .<BackendReply>request(Addresses.backend(backend), request, delivery)
                .map(Message::body);
    }
}
