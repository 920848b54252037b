package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What {@link io.sluice.core.backend.Backend} promises beside the requests themselves. */
public abstract class LifecycleContract extends BackendContract {

    @Test
    void aStartedBackendIsHealthy() {
        loop().get(() -> backend().health());
    }

    @Test
    void aReplyComesOnTheEventLoopThatAsked() {
        AtomicBoolean onEventLoop = new AtomicBoolean();

        BackendReply reply = loop().get(() -> {
            Context caller = Vertx.currentContext();
            Promise<BackendReply> promise = Promise.promise();
            backend()
                    .execute(client().requests().create(Fixtures.USER, Fixtures.user(Fixtures.name("here"))))
                    .onComplete(result -> {
                        onEventLoop.set(Vertx.currentContext() == caller);
                        promise.handle(result);
                    });
            return promise.future();
        });

        assertThat(reply).isInstanceOf(BackendReply.Stored.class);
        assertThat(onEventLoop).isTrue();
    }

    @Test
    void aRefusalDoesNotDisturbTheNextRequest() {
        String name = Fixtures.name("again");
        client().user(name);

        client().send(client().requests().create(Fixtures.USER, Fixtures.user(name)));

        assertThat(client().user(Fixtures.name("next")).id()).isNotBlank();
        loop().get(() -> backend().health());
    }
}
