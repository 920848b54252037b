package io.sluice.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes of two releases understand each other while one replaces the other. */
class WireVersionTest {

    static IntStream versions() {
        return IntStream.rangeClosed(WireVersion.OLDEST, WireVersion.NEWEST);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isWrittenByteForByteAsItWasRecorded(int version) {
        assertThat(Recording.written(version)).isEqualTo(Recording.read(version));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aRecordedRequestIsRead(int version) {
        Map<String, Buffer> recorded = Recording.read(version);
        RequestDecoder decoder = new RequestDecoder(new TypesReceived());

        WireSamples.requests()
                .forEach((name, request) -> assertThat(decoder.decode(recorded.get(name)))
                        .as(name)
                        .isEqualTo(new Incoming.Ready(request, version)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aRecordedReplyIsRead(int version) {
        Map<String, Buffer> recorded = Recording.read(version);
        OptionalInt load = version == 1 ? OptionalInt.empty() : OptionalInt.of(300);

        WireSamples.replies()
                .forEach((name, reply) -> assertThat(ReplyDecoder.decode(recorded.get(name), answered(name)))
                        .as(name)
                        .isEqualTo(new Outcome.Replied(reply, load)));
        assertThat(ReplyDecoder.decode(recorded.get("unknown-type"), answered("read-1")))
                .isEqualTo(new Outcome.TypeWanted(load));
    }

    @Test
    void theSamplesHoldEveryKindOfEverything() {
        var seen = Parts.of(
                Stream.concat(WireSamples.requests().values().stream(), WireSamples.replies().values().stream())
                        .toList());

        assertThat(seen).containsAll(Parts.allowed(BackendRequest.class));
        assertThat(seen).containsAll(Parts.allowed(BackendReply.class));
        assertThat(seen).containsAll(Parts.allowed(io.sluice.core.filter.Filter.class));
        assertThat(seen).containsAll(Parts.allowed(io.sluice.core.filter.Literal.class));
        assertThat(seen).containsAll(Parts.allowed(io.sluice.core.patch.PatchOperation.class));
        assertThat(seen).containsAll(Parts.allowed(io.sluice.core.patch.PatchTarget.class));
        assertThat(seen).containsAll(Parts.allowed(io.sluice.core.resource.MemberChange.class));
        assertThat(seen).containsAll(Parts.allowed(io.sluice.core.resource.Membership.class));
        assertThat(seen).containsAll(Parts.allowed(io.sluice.core.backend.Page.class));
        assertThat(seen).containsAll(Parts.allowed(io.sluice.core.backend.Precondition.class));
    }

    @Test
    void theNewestVersionThatBothKnowIsSpoken() {
        assertThat(WireVersion.common(1, 1, WireVersion.NEWEST)).hasValue(1);
        assertThat(WireVersion.common(1, 9, WireVersion.NEWEST)).hasValue(WireVersion.NEWEST);
        assertThat(WireVersion.common(1, 2, 1)).hasValue(1);
        assertThat(WireVersion.common(WireVersion.NEWEST + 1, 9, WireVersion.NEWEST))
                .isEmpty();
    }

    @Test
    void anotherVersionIsRefusedAndNotGuessedAt() {
        Buffer fromTheFuture = Recording.read(1).get("read").copy().setByte(0, (byte) (WireVersion.NEWEST + 1));

        assertThatThrownBy(() -> new RequestDecoder(new TypesReceived()).decode(fromTheFuture))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("this node reads 1 to " + WireVersion.NEWEST);
    }

    private static BackendRequest answered(String reply) {
        return WireSamples.requests().get(reply.substring(0, reply.indexOf('-')));
    }
}
