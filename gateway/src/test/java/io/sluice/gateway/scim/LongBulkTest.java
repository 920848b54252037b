package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.sluice.gateway.kit.SlowMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bulk requests that take long: whatever was done is told, and what was not is told too. */
final class LongBulkTest {

    private static final Duration PAUSE = Duration.ofMillis(250);

    @Test
    void answerThatTakesLongerThanTheIdleTimeoutArrives() {
        try (Gateway gateway = Gateway.start(Map.of("SLUICE_HTTP_IDLE_TIMEOUT", "1s"), SlowMemory.of(PAUSE))) {
            Client scim = gateway.tenant("patient");

            Reply reply = scim.post("/Bulk", chain(6)).expect(200);

            assertThat(statuses(reply)).hasSize(6).containsOnly("201");
        }
    }

    @Test
    void operationsThatDoNotBeginInTimeAreAnsweredAsNotAttempted() {
        try (Gateway gateway = Gateway.start(Map.of("SLUICE_SCIM_BULK_DEADLINE", "600ms"), SlowMemory.of(PAUSE))) {
            Client scim = gateway.tenant("late");

            Reply reply = scim.post("/Bulk", chain(8)).expect(200);

            Map<String, Long> counts =
                    statuses(reply).stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(counts).containsOnlyKeys("201", "503");
            assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(8);
            assertThat(scim.get("/Groups?count=0").at("/totalResults"))
                    .as("every group that exists was told of")
                    .isEqualTo(Long.toString(counts.get("201")));
            // The first of the chain comes last.
            assertThat(reply.at("/Operations/0/response/detail")).contains("Not attempted", "600 ms");
            assertThat(reply.at("/Operations/0/response/status")).isEqualTo("503");
            assertThat(reply.at("/Operations/7/status")).isEqualTo("201");
        }
    }

    /** Groups, each of which has the next as its member. */
    private static String chain(int length) {
        String operations = IntStream.range(0, length)
                .mapToObj(i -> "{\"method\":\"POST\",\"path\":\"/Groups\",\"bulkId\":\"g" + i + "\",\"data\":"
                        + (i + 1 < length ? Bodies.group("chain" + i, "bulkId:g" + (i + 1)) : Bodies.group("chain" + i))
                        + "}")
                .collect(Collectors.joining(","));
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[" + operations
                + "]}";
    }

    private static List<String> statuses(Reply reply) {
        return reply.json()
                .get("Operations")
                .valueStream()
                .map(operation -> operation.path("status").asText())
                .toList();
    }
}
