package io.sluice.gateway.cluster;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.wire.Outcome;
import io.sluice.core.wire.ReplyDecoder;
import io.sluice.core.wire.RequestEncoder;
import io.sluice.core.wire.TypesSent;
import io.sluice.core.wire.WireException;
import io.sluice.gateway.dispatch.BackendCalls;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks instances of backends on other nodes: the less loaded of two, and when it does not answer in its time, falls silent or has
 * just gone, once more another one. Both attempts carry the same operation id, so that a write that the first one did is not done
 * again but answered.
 */
public final class Remote implements BackendCalls {

    private static final Logger LOG = LoggerFactory.getLogger(Remote.class);

    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Peers peers;
    private final Duration attempt;
    private final TypesSent types = new TypesSent();
    private final RequestEncoder encoder = new RequestEncoder(types);

    /**
     * @param attempt the longest that the first instance may take
     */
    public Remote(Vertx vertx, Peers peers, Duration attempt) {
        this.vertx = vertx;
        this.peers = peers;
        this.attempt = attempt;
    }

    @Override
    public Future<BackendReply> call(String backend, BackendRequest request) {
        return someone(backend, Optional.empty(), patience(request))
                .compose(first ->
                        ask(first, request, earlier(request)).recover(cause -> again(backend, request, first, cause)));
    }

    private Future<BackendReply> again(String backend, BackendRequest request, Instance first, Throwable cause) {
        peers.eject(first);
        LOG.info(
                "{} on {} did not answer request {}: {}",
                backend,
                first.name(),
                request.context().requestId(),
                cause.getMessage());
        return someone(backend, Optional.of(first), patience(request))
                .compose(second ->
                        ask(second, request, request.context().deadline()).onFailure(failed -> peers.eject(second)));
    }

    /**
     * Who is to be asked. When nobody is there who was there before, one of them may only have paused for a moment or is about to be
     * started again: that is worth waiting for a little, and the first one itself is better than nobody.
     */
    private Future<Instance> someone(String backend, Optional<Instance> not, Instant until) {
        Optional<Instance> picked = peers.pick(backend, not);
        if (picked.isPresent()) {
            return Future.succeededFuture(picked.get());
        }
        if (peers.capabilities(backend).isEmpty() || Instant.now().isAfter(until)) {
            return Future.failedFuture("No node with the backend " + backend + " is there.");
        }
        return vertx.timer(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                .compose(fired -> someone(backend, Optional.empty(), until));
    }

    private static Instant patience(BackendRequest request) {
        Instant enough = Instant.now().plus(LONGEST_WAIT);
        Instant deadline = request.context().deadline();
        return enough.isBefore(deadline) ? enough : deadline;
    }

    /** Leaves time for another attempt. */
    private Instant earlier(BackendRequest request) {
        Instant mine = Instant.now().plus(attempt);
        Instant deadline = request.context().deadline();
        return mine.isBefore(deadline) ? mine : deadline;
    }

    private Future<BackendReply> ask(Instance instance, BackendRequest request, Instant deadline) {
        return exchange(instance, request, deadline, false).compose(outcome -> switch (outcome) {
            case Outcome.Replied replied -> Future.succeededFuture(replied.reply());
            case Outcome.TypeWanted wanted ->
                exchange(instance, request, deadline, true)
                        .map(again -> again instanceof Outcome.Replied replied
                                ? replied.reply()
                                : broken("A node asks again for what it was sent"));
        });
    }

    private Future<Outcome> exchange(Instance instance, BackendRequest request, Instant deadline, boolean withType) {
        long millis = Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
        Buffer message =
                encoder.encode(request, instance.version(), deadline, type -> !withType && instance.hasType(type));
        Promise<Outcome> answer = Promise.promise();
        instance.await(answer);
        vertx.eventBus()
                .<Buffer>request(instance.address(), message, new DeliveryOptions().setSendTimeout(millis))
                .onSuccess(reply -> answer.tryComplete(read(instance, reply.body(), request)))
                .onFailure(answer::tryFail);
        return answer.future().onComplete(done -> instance.done(answer));
    }

    private Outcome read(Instance instance, Buffer message, BackendRequest request) {
        try {
            Outcome outcome = ReplyDecoder.decode(message, request);
            outcome.load().ifPresent(instance::loaded);
            if (outcome instanceof Outcome.Replied) {
                types.fingerprint(request).ifPresent(instance::learned);
            }
            return outcome;
        } catch (WireException e) {
            return new Outcome.Replied(broken(String.valueOf(e.getMessage())), java.util.OptionalInt.empty());
        }
    }

    private static BackendReply broken(String why) {
        LOG.error("The reply of another node cannot be read: {}", why);
        return new BackendReply.Failed(
                ScimError.of(ErrorKind.INTERNAL, "A backend answered what cannot be read; the log has the details."));
    }
}
