package io.sluice.gateway.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.Projection;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What rendering costs in memory; a parse or a second encoding of the document would show at once. */
final class RenderAllocationTest {

    private static final int DOCUMENT = 1_000;
    private static final int MEMBERS = 100;
    private static final int ROOM = 256;

    private final SchemaRegistry registry = SchemaRegistry.standard();
    private final Locations locations = new Locations("https://scim.example.com/scim/v2", registry);

    @Test
    void aUserCostsLittleMoreThanItsBytes() {
        StoredResource user = user();
        ResourceWriter writer = writer(ResourceType.USER);

        long perUser = Allocated.by(() -> writer.write(user));

        assertThat(perUser).isLessThan(DOCUMENT + 1_300);
    }

    @Test
    void aMemberCostsLittleMoreThanItsBytes() {
        List<Member> members = IntStream.range(0, MEMBERS)
                .mapToObj(i -> new Member(new UUID(0x7000, i).toString(), Optional.of("User"), Optional.empty()))
                .toList();
        ResourceWriter writer = writer(ResourceType.GROUP);

        long perMember = Allocated.by(() -> writer.appendMembers(Buffer.buffer(MEMBERS * ROOM), members)) / MEMBERS;

        assertThat(perMember).isLessThan(ROOM + 200);
    }

    private ResourceWriter writer(String type) {
        return ResourceWriter.of(
                locations,
                Projection.of(
                        Optional.empty(),
                        Optional.empty(),
                        registry.resourceType(type).orElseThrow()));
    }

    private StoredResource user() {
        return new StoredResource(
                registry.resourceType(ResourceType.USER).orElseThrow(),
                new UUID(0x7000, 1).toString(),
                "7",
                Instant.parse("2026-01-02T03:04:05.123456Z"),
                Instant.parse("2026-02-02T03:04:05.123456Z"),
                Buffer.buffer("{\"userName\":\"anna\",\"title\":\"" + "x".repeat(DOCUMENT - 30) + "\"}"),
                new Membership.InGroups(List.of()));
    }
}
