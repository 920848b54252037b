package io.sluice.ldap.audit;

import io.sluice.core.bus.Addresses;
import io.sluice.core.bus.LocalCodec;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends events over the event bus to whoever keeps the control plane's audit trail, and waits until they are kept. */
public final class GatewayAuditSink implements AuditSink {

    private static final long PATIENCE_MILLIS = 10_000;

    private final Vertx vertx;

    public GatewayAuditSink(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void append(AuditEvent event) {
        DeliveryOptions options = new DeliveryOptions()
                .setCodecName(LocalCodec.NAME)
                .setLocalOnly(true)
                .setSendTimeout(PATIENCE_MILLIS);
        try {
            vertx.eventBus()
                    .request(Addresses.AUDIT, event, options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ScimException(ScimError.unavailable(
                    "The change was made, but the audit trail does not take its event.", Duration.ofSeconds(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScimException(ScimError.unavailable("The backend is stopping.", Duration.ofSeconds(1)));
        }
    }

    @Override
    public void close() {
        // The event bus is not ours.
    }
}
