package io.sluice.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.Capabilities;
import io.sluice.core.wire.WireVersion;
import io.sluice.gateway.kit.Gateway;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PeersTest {

    private static final Optional<Instance> NONE = Optional.empty();

    private final AtomicLong clock = new AtomicLong(-5);
    private final Random random = new Random(1);
    private final Peers peers =
            new Peers("self", Gateway.config(Map.of()).cluster(), WireVersion.NEWEST, clock::get, () -> random);

    @Test
    void nobodyIsThereBeforeAnythingWasHeard() {
        assertThat(peers.pick("postgres", NONE)).isEmpty();
        assertThat(peers.isServed("postgres")).isFalse();
        assertThat(peers.capabilities("postgres")).isEmpty();
    }

    @Test
    void itsOwnAnnouncementsAreNotPeers() {
        heard("self", 0);
        assertThat(peers.pick("postgres", NONE)).isEmpty();
    }

    @Test
    void theLessLoadedOfTwoIsPickedAndTheMostLoadedOfManyNever() {
        heard("a", 9);
        heard("b", 2);
        heard("c", 5);
        Map<String, Integer> picks = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            picks.merge(peers.pick("postgres", NONE).orElseThrow().name(), 1, Integer::sum);
        }
        assertThat(picks).containsOnlyKeys("b", "c");
        assertThat(picks.get("b")).isBetween(1_800, 2_200);
    }

    @Test
    void whatThisNodeHasSentCountsBeforeItIsAnnounced() {
        heard("a", 1);
        heard("b", 0);
        Instance b = peers.pick("postgres", NONE).orElseThrow();
        b.await(Promise.promise());
        b.await(Promise.promise());
        assertThat(peers.pick("postgres", NONE).orElseThrow().name()).isEqualTo("a");
    }

    @Test
    void anEjectedInstanceIsLeftAloneForTwoSecondsUnlessItIsTheOnlyOne() {
        heard("a", 0);
        peers.eject(peers.pick("postgres", NONE).orElseThrow());
        assertThat(peers.pick("postgres", NONE)).isPresent();
        heard("b", 50);
        assertThat(picked()).isEqualTo("b");
        pass(Duration.ofMillis(1_999));
        heard("a", 0);
        heard("b", 50);
        assertThat(picked()).isEqualTo("b");
        pass(Duration.ofMillis(1));
        assertThat(picked()).isEqualTo("a");
    }

    @Test
    void aSilentInstanceIsForgottenAndWhatWaitsForItIsTold() {
        heard("a", 0);
        heard("b", 0);
        Instance a = peers.pick("postgres", NONE).orElseThrow();
        Promise<Void> waiting = Promise.promise();
        a.await(waiting);
        pass(Duration.ofMillis(600));
        heard(a.name().equals("a") ? "b" : "a", 0);
        pass(Duration.ofMillis(600));
        peers.sweep();

        assertThat(waiting.future().failed()).isTrue();
        assertThat(peers.pick("postgres", NONE).orElseThrow()).isNotSameAs(a);
    }

    @Test
    void afterAStandstillOfItsOwnNobodyElseIsToBlame() {
        heard("a", 0);
        pass(Duration.ofSeconds(3));
        peers.stoodStill(Duration.ofSeconds(3).toNanos());
        peers.sweep();
        assertThat(picked()).isEqualTo("a");
        pass(Duration.ofMillis(1_001));
        peers.sweep();
        assertThat(peers.pick("postgres", NONE)).isEmpty();
    }

    @Test
    void theSecondAttemptGoesToAnotherInstance() {
        heard("a", 0);
        Instance only = peers.pick("postgres", NONE).orElseThrow();
        assertThat(peers.pick("postgres", Optional.of(only))).isEmpty();
        heard("b", 100);
        assertThat(peers.pick("postgres", Optional.of(only)).orElseThrow().name())
                .isEqualTo("b");
    }

    @Test
    void anInstanceThatCannotServeIsAskedOnlyWhenAllCannot() {
        heard("a", 0, Optional.of("its database does not answer"));
        assertThat(peers.pick("postgres", NONE)).isPresent();
        assertThat(peers.isServed("postgres")).isFalse();
        heard("b", 50);
        for (int i = 0; i < 20; i++) {
            assertThat(peers.pick("postgres", NONE).orElseThrow().name()).isEqualTo("b");
        }
    }

    @Test
    void whoWithdrawsIsAskedNoMoreAtOnce() {
        heard("a", 0);
        peers.heard(new Announcement("a", "a", Instant.EPOCH, 1, 2, Map.of()));
        assertThat(peers.pick("postgres", NONE)).isEmpty();
        assertThat(peers.capabilities("postgres")).contains(Capabilities.ALL_BUT_PASSWORD);
    }

    @Test
    void everyoneIsWrittenToInTheNewestVersionThatItReads() {
        peers.heard(new Announcement("old", "old", Instant.EPOCH, 1, 1, state(0, Optional.empty())));
        assertThat(peers.pick("postgres", NONE).orElseThrow().version()).isEqualTo(1);
        peers.heard(new Announcement("old", "old", Instant.EPOCH, 1, 1, Map.of()));
        peers.heard(new Announcement("newer", "newer", Instant.EPOCH, 1, 99, state(0, Optional.empty())));
        assertThat(peers.pick("postgres", NONE).orElseThrow().version()).isEqualTo(WireVersion.NEWEST);
    }

    @Test
    void whoReadsNoVersionThatThisNodeWritesIsNotAsked() {
        peers.heard(new Announcement("far", "far", Instant.EPOCH, 98, 99, state(0, Optional.empty())));
        assertThat(peers.pick("postgres", NONE)).isEmpty();
    }

    @Test
    void announcementsComeBackTheSame() {
        Announcement sent = new Announcement(
                "id", "host/7", Instant.ofEpochMilli(1_700_000_000_123L), 1, 2, state(3, Optional.of("why")));
        assertThat(AnnouncementForm.read(AnnouncementForm.write(sent))).isEqualTo(sent);
    }

    @Test
    void aNodeIsCutOffWhenItMissesTooManyOfItsOwnAnnouncementsInARow() {
        Echo echo = new Echo(3);
        for (int i = 0; i < 10; i++) {
            assertThat(echo.sent()).isFalse();
            assertThat(echo.sent()).isFalse();
            echo.heard();
        }
        assertThat(echo.sent() || echo.sent() || echo.sent()).isFalse();
        assertThat(echo.sent()).isTrue();
    }

    private String picked() {
        return peers.pick("postgres", NONE).orElseThrow().name();
    }

    private void heard(String node, int load) {
        heard(node, load, Optional.empty());
    }

    private void heard(String node, int load, Optional<String> fault) {
        peers.heard(new Announcement(
                node, node, Instant.EPOCH, WireVersion.OLDEST, WireVersion.NEWEST, state(load, fault)));
    }

    private static Map<String, InstanceState> state(int load, Optional<String> fault) {
        return Map.of("postgres", new InstanceState(Capabilities.ALL_BUT_PASSWORD, load, fault));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
