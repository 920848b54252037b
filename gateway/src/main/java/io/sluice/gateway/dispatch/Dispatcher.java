package io.sluice.gateway.dispatch;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.Tenant;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.gateway.config.DispatchConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Brings requests to the backend of their tenant and replies back: bounded per tenant, with a deadline, and with a circuit breaker
 * per backend, so that one slow backend never stops the others.
 */
public final class Dispatcher {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final BackendCalls calls;
    private final DispatchConfig config;
    private final TenantSlots slots;
    private final ConcurrentMap<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /** To the backends of this node. */
    public Dispatcher(Vertx vertx, DispatchConfig config) {
        this(new LocalCalls(vertx, config.deadline()), config);
    }

    public Dispatcher(BackendCalls calls, DispatchConfig config) {
        this.calls = calls;
        this.config = config;
        this.slots = new TenantSlots(config.tenantConcurrency());
    }

    /** How long a request may take; its context's deadline is that far away. */
    public Duration deadline() {
        return config.deadline();
    }

    /** Fails with the error that the backend replied, or UNAVAILABLE when it did not or must not be asked now. */
    public Future<BackendReply> dispatch(Tenant tenant, BackendRequest request) {
        CircuitBreaker breaker = breaker(tenant.backend());
        if (!slots.tryTake(tenant.id())) {
            return refused("This tenant has as many requests in flight as one node serves at a time.");
        }
        if (!breaker.tryPass()) {
            slots.giveBack(tenant.id());
            return refused("The backend is not available at the moment.");
        }
        return calls.call(tenant.backend(), request).transform(answer -> {
            slots.giveBack(tenant.id());
            return answer.succeeded() ? replied(breaker, answer.result()) : unanswered(breaker);
        });
    }

    /** Whether work that can wait may go on: a quarter of what the tenant may have in flight is left for what cannot. */
    public boolean hasRoom(Tenant tenant) {
        return slots.inFlight(tenant.id()) < config.tenantConcurrency() - config.tenantConcurrency() / 4;
    }

    /** Whether requests to that backend are refused at the moment. */
    public boolean isOpen(String backend) {
        return breaker(backend).isOpen();
    }

    private CircuitBreaker breaker(String backend) {
        CircuitBreaker known = breakers.get(backend);
        return known != null
                ? known
                : breakers.computeIfAbsent(
                        backend,
                        ignored ->
                                new CircuitBreaker(config.breakerFailures(), config.breakerPause(), System::nanoTime));
    }

    private static Future<BackendReply> replied(CircuitBreaker breaker, BackendReply reply) {
        if (reply instanceof BackendReply.Failed failed) {
            ScimError error = failed.error();
            if (error.kind() == ErrorKind.UNAVAILABLE) {
                breaker.failed();
            } else {
                breaker.succeeded();
            }
            return Future.failedFuture(error.asException());
        }
        breaker.succeeded();
        return Future.succeededFuture(reply);
    }

    private static Future<BackendReply> unanswered(CircuitBreaker breaker) {
        breaker.failed();
        return refused("The backend did not answer in time; a write may have happened all the same.");
    }

    private static Future<BackendReply> refused(String detail) {
        return Future.failedFuture(ScimError.unavailable(detail, SOON).asException());
    }
}
