package io.sluice.load.scenario;

import io.sluice.load.drive.ScimClient;
import io.sluice.load.drive.Shot;
import io.sluice.load.drive.Work;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A phase as work for a loop: chains that were answered go on before new ones begin. Belongs to one event loop. */
public final class Flow implements Work {

    private final ScimClient client;
    private final Phase phase;
    private final Deque<Exchange> ready = new ArrayDeque<>();
    private int started;
    private int waiting;

    public Flow(ScimClient client, Phase phase) {
        this.client = client;
        this.phase = phase;
    }

    @Override
    public Optional<Shot> next() {
        while (ready.isEmpty() && started < phase.journeys()) {
            phase.start().apply(started++).ifPresent(ready::add);
        }
        return Optional.ofNullable(ready.poll()).map(exchange -> {
            waiting++;
            return new Shot(exchange.operation(), () -> send(exchange));
        });
    }

    @Override
    public boolean finished() {
        return started >= phase.journeys() && ready.isEmpty() && waiting == 0;
    }

    private Future<Void> send(Exchange exchange) {
        return sent(exchange)
                .onComplete(any -> waiting--)
                .map(got -> new Answer(got.status(), got.body().toString()))
                .compose(answer -> judge(exchange, answer));
    }

    private Future<Void> judge(Exchange exchange, Answer answer) {
        Optional<String> fault = exchange.fault(answer);
        if (fault.isPresent()) {
            return Future.failedFuture(fault.get());
        }
        exchange.next().after(answer).ifPresent(ready::add);
        return Future.succeededFuture();
    }

    private Future<ScimClient.Answer> sent(Exchange exchange) {
        return switch (exchange.method()) {
            case GET -> client.get(exchange.path());
            case POST -> client.post(exchange.path(), exchange.body());
            case PUT -> client.put(exchange.path(), exchange.body());
            case PATCH -> client.patch(exchange.path(), exchange.body());
            case DELETE -> client.delete(exchange.path());
        };
    }
}
