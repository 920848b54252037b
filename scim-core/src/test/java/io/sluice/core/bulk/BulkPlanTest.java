package io.sluice.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.vectors.Vectors;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BulkPlanTest {

    static Stream<Named<JsonNode>> plans() {
        return Vectors.named(BulkPlanTest.class, "plans.json");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void runsAsPlanned(JsonNode vector) {
        BulkRequest request = request(vector);
        Stage stage = new Stage(
                request.operations(), texts(vector.path("failing")).stream().collect(Collectors.toSet()));
        Future<List<BulkResult>> running = BulkRun.run(BulkPlan.of(request), stage::run, () -> 256);

        List<List<String>> waves = new ArrayList<>();
        while (!stage.waiting().isEmpty()) {
            waves.add(stage.wave());
        }

        assertThat(running.succeeded()).isTrue();
        assertThat(waves)
                .isEqualTo(vector.get("waves")
                        .valueStream()
                        .map(BulkPlanTest::texts)
                        .toList());
        checkSent(vector, stage.seen());
        checkResults(vector, running.result());
    }

    private static void checkSent(JsonNode vector, Map<String, ResolvedOperation> seen) {
        for (Map.Entry<String, JsonNode> expected : vector.path("data").properties()) {
            assertThat(seen.get(expected.getKey()).data()).isEqualTo(expected.getValue());
        }
        for (Map.Entry<String, JsonNode> expected : vector.path("paths").properties()) {
            assertThat(seen.get(expected.getKey()).path())
                    .hasToString(expected.getValue().textValue());
        }
    }

    private static void checkResults(JsonNode vector, List<BulkResult> results) {
        JsonNode answer = StrictJson.parse(BulkResponse.write(
                results,
                error -> StrictJson.write(JsonNodeFactory.instance.objectNode().put("detail", error.detail()))));
        assertThat(answer.get("schemas").get(0).textValue())
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
        JsonNode operations = answer.get("Operations");
        assertThat(column(operations, "status")).isEqualTo(texts(vector.get("statuses")));
        for (Map.Entry<String, String> column : Map.of(
                        "versions", "version", "shown", "bulkId", "locations", "location")
                .entrySet()) {
            if (vector.has(column.getKey())) {
                assertThat(column(operations, column.getValue())).isEqualTo(texts(vector.get(column.getKey())));
            }
        }
        for (Map.Entry<String, JsonNode> detail : vector.path("details").properties()) {
            assertThat(operations
                            .get(Integer.parseInt(detail.getKey()))
                            .path("response")
                            .path("detail")
                            .asText())
                    .contains(detail.getValue().textValue());
        }
    }

    private static List<String> column(JsonNode operations, String name) {
        return operations
                .valueStream()
                .map(operation -> operation.path(name).asText())
                .toList();
    }

    private static BulkRequest request(JsonNode vector) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(BulkReader.URN);
        Optional.ofNullable(vector.get("failOnErrors")).ifPresent(limit -> body.set("failOnErrors", limit));
        body.set("Operations", vector.get("operations"));
        return BulkReader.read(body, BulkLimits.STANDARD);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
