package io.sluice.core.bus;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditTrail;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;

/** Keeps the audit events of backends that have no store for them in the control plane's audit trail. */
public final class AuditConsumer {

    private static final int UNAVAILABLE = 503;

    private AuditConsumer() {}

    /** Serves {@link Addresses#AUDIT} until the consumer is unregistered. */
    public static MessageConsumer<AuditEvent> register(Vertx vertx, AuditTrail trail) {
        return vertx.eventBus().localConsumer(Addresses.AUDIT, message -> keep(trail, message));
    }

    private static void keep(AuditTrail trail, Message<AuditEvent> message) {
        trail.append(message.body())
                .onSuccess(ignored -> message.reply(message.body().id()))
                .onFailure(cause -> message.fail(UNAVAILABLE, "The audit trail cannot be written"));
    }
}
