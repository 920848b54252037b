package io.sluice.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BulkReaderTest {

    private static final BulkLimits LIMITS = new BulkLimits(8, 8 << 20);

    static Stream<Named<JsonNode>> requests() {
        return Vectors.named(BulkReaderTest.class, "requests.json");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsTheRequestStrictly(JsonNode vector) {
        JsonNode body = vector.get("body");
        if (vector.has("error")) {
            assertThatThrownBy(() -> BulkReader.read(body, LIMITS))
                    .isInstanceOfSatisfying(
                            ScimException.class,
                            e -> assertThat(e.error().kind().name())
                                    .isEqualTo(vector.get("error").textValue()));
        } else {
            assertThat(BulkReader.read(body, LIMITS).operations())
                    .extracting(BulkReaderTest::shown)
                    .containsExactlyElementsOf(vector.get("operations")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList());
        }
    }

    private static String shown(BulkOperation operation) {
        return switch (operation) {
            case BulkOperation.Ready ready -> ready.methodName();
            case BulkOperation.Refused refused ->
                refused.methodName() + " " + refused.error().kind().name();
        };
    }
}
