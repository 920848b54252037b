package io.sluice.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.bus.Addresses;
import io.sluice.core.bus.LocalCodec;
import io.sluice.core.control.Actor;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.config.DispatchConfig;
import io.sluice.gateway.kit.Gateway;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DispatcherTest {

    private static final DeliveryOptions LOCAL =
            new DeliveryOptions().setCodecName(LocalCodec.NAME).setLocalOnly(true);

    private final Vertx vertx = vertx();
    private final List<Message<Object>> received = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        Gateway.await(vertx.close());
    }

    @Test
    void replyComesBackAsTheSameObject() {
        BackendReply reply = new BackendReply.Deleted();
        answer("mirror", reply);
        assertThat(Gateway.await(dispatcher(10).dispatch(tenant(1, "mirror"), request(1))))
                .isSameAs(reply);
    }

    @Test
    void errorOfTheBackendIsTheErrorOfTheRequest() {
        answer("failing", new BackendReply.Failed(ScimError.of(ErrorKind.NOT_FOUND, "Not here.")));
        assertThatThrownBy(() -> Gateway.await(dispatcher(10).dispatch(tenant(1, "failing"), request(1))))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void backendThatIsNotThereIsUnavailable() {
        unavailable(dispatcher(10).dispatch(tenant(1, "nowhere"), request(1)));
    }

    @Test
    void backendThatDoesNotAnswerIsUnavailableAtTheDeadline() {
        hold("silent");
        unavailable(dispatcher(10).dispatch(tenant(1, "silent"), request(1)));
    }

    @Test
    void oneTenantTakesNoMoreThanItsShare() {
        hold("slow");
        Dispatcher dispatcher = dispatcher(2);
        List<Future<BackendReply>> first = new ArrayList<>();
        first.add(dispatcher.dispatch(tenant(1, "slow"), request(1)));
        first.add(dispatcher.dispatch(tenant(1, "slow"), request(1)));
        unavailable(dispatcher.dispatch(tenant(1, "slow"), request(1)));
        Future<BackendReply> other = dispatcher.dispatch(tenant(2, "slow"), request(2));
        release(3);
        Gateway.await(other);
        first.forEach(Gateway::await);
        Future<BackendReply> again = dispatcher.dispatch(tenant(1, "slow"), request(1));
        release(4);
        Gateway.await(again);
    }

    @Test
    void failingBackendIsLeftAloneWhileOthersAreServed() {
        answer("well", new BackendReply.Deleted());
        Dispatcher dispatcher = dispatcher(10);
        for (int i = 0; i < 3; i++) {
            unavailable(dispatcher.dispatch(tenant(1, "nowhere"), request(1)));
        }
        assertThat(dispatcher.isOpen("nowhere")).isTrue();
        assertThat(Gateway.await(dispatcher.dispatch(tenant(1, "well"), request(1))))
                .isNotNull();
    }

    private void answer(String backend, BackendReply reply) {
        vertx.eventBus().localConsumer(Addresses.backend(backend), message -> message.reply(reply, LOCAL));
    }

    private void hold(String backend) {
        vertx.eventBus().localConsumer(Addresses.backend(backend), received::add);
    }

    /** Answers everything once that many requests have arrived. */
    private void release(int expected) {
        Instant patience = Instant.now().plusSeconds(10);
        while (received.size() < expected && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        received.forEach(message -> message.reply(new BackendReply.Deleted(), LOCAL));
    }

    private Dispatcher dispatcher(int concurrency) {
        return new Dispatcher(
                vertx, new DispatchConfig(Duration.ofMillis(2_000), concurrency, 3, Duration.ofMinutes(1)));
    }

    private static void unavailable(Future<BackendReply> answer) {
        assertThatThrownBy(() -> Gateway.await(answer)).isInstanceOfSatisfying(ScimException.class, e -> {
            assertThat(e.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(e.error().retryAfter()).isPresent();
        });
    }

    private static BackendRequest request(int tenant) {
        return new BackendRequest.Purge(new RequestContext(
                new TenantId("t" + tenant, tenant),
                "request",
                UUID.randomUUID(),
                new Actor("a", "entra", "192.0.2.1"),
                Instant.now().plusSeconds(10)));
    }

    private static Tenant tenant(int number, String backend) {
        return new Tenant(
                new TenantId("t" + number, number),
                "T",
                backend,
                true,
                true,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Tenant.DEFAULT_EXTENSION_URN,
                List.of(),
                Instant.EPOCH);
    }

    private static Vertx vertx() {
        Vertx vertx = Vertx.vertx();
        LocalCodec.register(vertx);
        return vertx;
    }
}
