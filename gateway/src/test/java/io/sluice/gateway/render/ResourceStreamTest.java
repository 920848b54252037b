package io.sluice.gateway.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.Projection;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large answers are in memory a piece at a time, and the client's pace is the server's. */
final class ResourceStreamTest {

    private static final int MEMBERS = 100_000;
    private static final int PAGE = 2_000;

    /** A page of members as JSON, with room. */
    private static final int LARGEST_PIECE = PAGE * 200;

    private final SchemaRegistry registry = SchemaRegistry.standard();
    private final Locations locations = new Locations("https://scim.example.com/scim/v2", registry);
    private int pagesRead;

    @Test
    void aGroupOfAHundredThousandIsReadAPageAtATimeAsTheClientTakesIt() {
        SlowReader client = new SlowReader();

        Future<Void> done = stream(List.of(largeGroup())).writeTo(client.response());

        assertThat(done.isComplete()).isFalse();
        assertThat(pagesRead).as("pages read for a client that reads nothing").isLessThanOrEqualTo(1);
        while (!done.isComplete()) {
            int before = pagesRead;
            client.read();
            assertThat(pagesRead - before).as("pages read ahead").isLessThanOrEqualTo(1);
        }
        assertThat(done.succeeded()).isTrue();
        assertThat(client.mostPending()).isLessThan(SlowReader.QUEUE + LARGEST_PIECE);
        JsonNode members = StrictJson.parseObject(client.received()).path("members");
        assertThat(members).hasSize(MEMBERS);
        assertThat(members.get(MEMBERS - 1).path("value").asText()).isEqualTo(id(MEMBERS - 1));
    }

    @Test
    void aListOfAThousandUsersWaitsForItsClientInSmallPieces() {
        SlowReader client = new SlowReader();
        List<StoredResource> users =
                IntStream.range(0, 1_000).mapToObj(this::user).toList();

        Future<Void> done = stream(users).writeTo(client.response());
        int readsByClient = 0;
        while (!done.isComplete()) {
            client.read();
            readsByClient++;
        }

        assertThat(client.mostPending()).isLessThan(2 * SlowReader.QUEUE);
        assertThat(readsByClient).isGreaterThan(5);
        assertThat(StrictJson.parse(
                        Buffer.buffer("[").appendBuffer(client.received()).appendString("]")))
                .hasSize(1_000);
    }

    @Test
    void nothingMoreIsReadForAClientThatHasGone() {
        SlowReader client = new SlowReader();
        Future<Void> done = stream(List.of(largeGroup())).writeTo(client.response());
        int before = pagesRead;
        int writes = client.writes();

        client.leave();

        assertThat(done.failed()).isTrue();
        assertThat(pagesRead).isEqualTo(before);
        assertThat(client.writes()).isEqualTo(writes);
    }

    private ResourceStream stream(List<StoredResource> resources) {
        return new ResourceStream(
                type -> ResourceWriter.of(locations, Projection.of(Optional.empty(), Optional.empty(), type)),
                (group, position) -> {
                    pagesRead++;
                    return Future.succeededFuture(page(Integer.parseInt(position)));
                },
                Buffer.buffer(),
                resources,
                Buffer.buffer());
    }

    private StoredResource largeGroup() {
        return stored(ResourceType.GROUP, 0, "{\"displayName\":\"Everybody\"}", page(0));
    }

    private StoredResource user(int number) {
        String document = "{\"userName\":\"user-" + number + "\",\"title\":\"" + "x".repeat(500) + "\"}";
        return stored(ResourceType.USER, number, document, new Membership.InGroups(List.of()));
    }

    private StoredResource stored(String type, int number, String document, Membership membership) {
        return new StoredResource(
                registry.resourceType(type).orElseThrow(),
                id(number),
                "1",
                Instant.EPOCH,
                Instant.EPOCH,
                Buffer.buffer(document),
                membership);
    }

    private static Membership.OfGroup page(int from) {
        List<Member> members = IntStream.range(from, from + PAGE)
                .mapToObj(number -> new Member(id(number), Optional.of("User"), Optional.empty()))
                .toList();
        int next = from + PAGE;
        return new Membership.OfGroup(members, next < MEMBERS ? Optional.of(Integer.toString(next)) : Optional.empty());
    }

    private static String id(int number) {
        return new UUID(0x7000, number).toString();
    }
}
