package io.sluice.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Capabilities;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.bus.Addresses;
import io.sluice.core.control.Actor;
import io.sluice.core.control.TenantId;
import io.sluice.core.resource.Include;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.core.wire.Incoming;
import io.sluice.core.wire.ReplyEncoder;
import io.sluice.core.wire.RequestDecoder;
import io.sluice.core.wire.TypesReceived;
import io.sluice.gateway.kit.Gateway;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when the instance that was asked does not answer. */
final class RemoteTest {

    private static final Duration ATTEMPT = Duration.ofMillis(200);
    private static final BackendReply REPLY = new BackendReply.Deleted();

    private final Vertx vertx = Vertx.vertx();
    private final Random random = new Random(7);
    private final Peers peers = new Peers(
            "self",
            Gateway.config(Map.of("SLUICE_CLUSTER_SILENT_AFTER", "1m")).cluster(),
            2,
            System::nanoTime,
            () -> random);
    private final Remote remote = new Remote(vertx, peers, ATTEMPT);
    private final RequestDecoder decoder = new RequestDecoder(new TypesReceived());
    private final List<BackendRequest> received = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        Gateway.await(vertx.close());
    }

    @Test
    void withoutAnyInstanceTheCallFailsAtOnce() {
        assertThatThrownBy(() -> Gateway.await(remote.call("b", read()))).hasMessageContaining("No node");
    }

    @Test
    void anInstanceThatDoesNotAnswerIsEjectedAndAnotherAskedOnceWithTheSameOperation() {
        instance("quiet", 0, message -> {});
        instance("well", 9, this::answer);
        BackendRequest request = read();

        assertThat(Gateway.await(remote.call("b", request))).isEqualTo(REPLY);

        assertThat(received).hasSize(2);
        assertThat(received)
                .allSatisfy(one -> assertThat(one.context().operationId())
                        .isEqualTo(request.context().operationId()));
        Instant first = received.get(0).context().deadline();
        assertThat(first).isBefore(request.context().deadline());
        assertThat(received.get(1).context().deadline())
                .isEqualTo(request.context().deadline());
        for (int i = 0; i < 10; i++) {
            assertThat(peers.pick("b", Optional.empty()).orElseThrow().name()).isEqualTo("well");
        }
    }

    @Test
    void anInstanceThatHasGoneIsReplacedByAnother() {
        announce("gone", 0);
        instance("well", 9, this::answer);

        assertThat(Gateway.await(remote.call("b", read()))).isEqualTo(REPLY);
        assertThat(received).hasSize(1);
    }

    @Test
    void whoComesBackInTimeIsWaitedFor() {
        announce("back", 0);
        peers.heard(new Announcement("back", "back", Instant.now(), 1, 2, Map.of()));
        vertx.setTimer(50, timer -> instance("back", 0, this::answer));

        assertThat(Gateway.await(remote.call("b", read()))).isEqualTo(REPLY);
    }

    @Test
    void noMoreThanTwoAreAsked() {
        for (String name : List.of("a", "b", "c", "d")) {
            instance(name, 0, message -> message.fail(503, "not now"));
        }
        assertThatThrownBy(() -> Gateway.await(remote.call("b", read()))).hasMessageContaining("not now");
        assertThat(received).hasSize(2);
    }

    @Test
    void aDefinitionIsSentWithTheFirstRequestAndWhenItWasForgotten() {
        List<Integer> sizes = new ArrayList<>();
        List<Boolean> forget = new CopyOnWriteArrayList<>(List.of(false, false, true, false));
        announce("well", 0);
        vertx.eventBus().<Buffer>consumer(Addresses.instance("b", "well"), message -> {
            sizes.add(message.body().length());
            message.reply(forget.removeFirst() ? ReplyEncoder.unknownType(2, 0) : ReplyEncoder.encode(REPLY, 2, 0));
        });
        for (int i = 0; i < 3; i++) {
            assertThat(Gateway.await(remote.call("b", read()))).isEqualTo(REPLY);
        }
        assertThat(sizes).hasSize(4);
        assertThat(sizes.get(0)).isGreaterThan(5_000).isEqualTo(sizes.get(3));
        assertThat(sizes.get(1)).isLessThan(300).isEqualTo(sizes.get(2));
    }

    private void answer(Message<Buffer> message) {
        message.reply(ReplyEncoder.encode(REPLY, 2, 0));
    }

    private void instance(String node, int load, Consumer<Message<Buffer>> answering) {
        announce(node, load);
        vertx.eventBus().<Buffer>consumer(Addresses.instance("b", node), message -> {
            if (decoder.decode(message.body()) instanceof Incoming.Ready ready) {
                received.add(ready.request());
            }
            answering.accept(message);
        });
    }

    private void announce(String node, int load) {
        peers.heard(new Announcement(
                node,
                node,
                Instant.now(),
                1,
                2,
                Map.of("b", new InstanceState(Capabilities.ALL_BUT_PASSWORD, load, Optional.empty()))));
    }

    private static BackendRequest read() {
        RequestContext context = new RequestContext(
                new TenantId("t", 1),
                "request",
                UUID.randomUUID(),
                new Actor("a", "entra", "192.0.2.1"),
                Instant.now().plusSeconds(10));
        ResourceType user =
                SchemaRegistry.standard().resourceType(ResourceType.USER).orElseThrow();
        return new BackendRequest.Read(context, user, "id", Include.NOTHING);
    }
}
