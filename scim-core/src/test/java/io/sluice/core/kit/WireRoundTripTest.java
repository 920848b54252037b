package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.control.TenantId;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.wire.Incoming;
import io.sluice.core.wire.Outcome;
import io.sluice.core.wire.ReplyDecoder;
import io.sluice.core.wire.ReplyEncoder;
import io.sluice.core.wire.RequestDecoder;
import io.sluice.core.wire.RequestEncoder;
import io.sluice.core.wire.TypesReceived;
import io.sluice.core.wire.TypesSent;
import io.sluice.core.wire.WireException;
import io.sluice.core.wire.WireVersion;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests that the binder makes, of standard and custom attributes, are the same on the other side. */
class WireRoundTripTest {

    private static final int NEWEST = WireVersion.NEWEST;

    private final Random random = new Random(Seeds.configured().seed());
    private final RequestEncoder encoder = new RequestEncoder(new TypesSent());
    private final RequestDecoder decoder = new RequestDecoder(new TypesReceived());
    private final Requests requests = Requests.of(new TenantId("kit", -7));

    @Test
    void randomFilters() {
        for (ResourceType type : List.of(RandomResources.USER, RandomResources.GROUP)) {
            RandomFilters filters = new RandomFilters(random, type, List.of(stored(type)));
            for (int i = 0; i < 1_000; i++) {
                String text = filters.next();
                comesBack(SearchRequest.of(requests, type).filter(text).build(), text);
            }
        }
    }

    @Test
    void randomPatches() {
        for (ResourceType type : List.of(RandomResources.USER, RandomResources.GROUP)) {
            RandomPatches patches = new RandomPatches(random, type);
            for (int i = 0; i < 1_000; i++) {
                RandomPatches.Patch patch = patches.next();
                comesBack(
                        new BackendRequest.Patch(
                                requests.context(), type, "id", patch.plan(), Precondition.none(), Include.ALL),
                        patch.text());
            }
        }
    }

    @Test
    void randomDrafts() {
        RandomResources resources = new RandomResources(RandomValues.of(random));
        for (int i = 0; i < 300; i++) {
            String json = resources.user(i).toString();
            comesBack(requests.create(RandomResources.USER, json), json);
        }
        Fixtures.users().forEach(user -> comesBack(requests.create(Fixtures.USER, user), user.toString()));
    }

    @Test
    void aDefinitionIsSentOnceAndAskedForWhenItIsMissing() {
        BackendRequest request = requests.read(RandomResources.USER, "id");
        Buffer alone = encoder.encode(request, NEWEST, request.context().deadline(), known -> true);

        assertThat(decoder.decode(alone)).isEqualTo(new Incoming.UnknownType(NEWEST));
        assertThat(decoder.decode(
                        encoder.encode(request, NEWEST, request.context().deadline(), known -> false)))
                .isEqualTo(new Incoming.Ready(request, NEWEST));
        assertThat(decoder.decode(alone)).isEqualTo(new Incoming.Ready(request, NEWEST));
        assertThat(alone.length()).isLessThan(250);
    }

    @Test
    void theBytesOfADocumentAreNotTouched() {
        Buffer odd = Buffer.buffer("{ \"a\" : 1.000 , \"b\":\"\\u00e9\" }");
        StoredResource resource = new StoredResource(
                RandomResources.USER, "id", "1", Instant.EPOCH, Instant.EPOCH, odd, new Membership.None());
        BackendReply reply = new BackendReply.Stored(resource, false);

        Outcome outcome =
                ReplyDecoder.decode(ReplyEncoder.encode(reply, NEWEST, 0), requests.read(RandomResources.USER, "id"));

        assertThat(outcome).isEqualTo(new Outcome.Replied(reply, OptionalInt.of(0)));
    }

    @Test
    void aMessageThatWasCutOffIsRefused() {
        Buffer whole = encoder.encode(
                requests.create(RandomResources.USER, Fixtures.user("cut").toString()),
                NEWEST,
                Instant.EPOCH,
                known -> false);
        for (int length = 0; length < whole.length(); length++) {
            Buffer part = whole.getBuffer(0, length);
            assertThatThrownBy(() -> decoder.decode(part)).isInstanceOf(WireException.class);
        }
        Buffer longer = whole.copy().appendByte((byte) 0);
        assertThatThrownBy(() -> decoder.decode(longer)).isInstanceOf(WireException.class);
    }

    private void comesBack(BackendRequest request, String origin) {
        assertThat(decoder.decode(
                        encoder.encode(request, NEWEST, request.context().deadline(), known -> false)))
                .as(origin)
                .isEqualTo(new Incoming.Ready(request, NEWEST));
    }

    private static StoredResource stored(ResourceType type) {
        return new StoredResource(
                type, "0190", "1", Instant.EPOCH, Instant.EPOCH, Buffer.buffer("{}"), new Membership.None());
    }
}
