package io.sluice.core.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchParserTest {

    static Stream<Named<JsonNode>> envelopes() {
        return Vectors.named(PatchParserTest.class, "envelopes.json");
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void readsTheEnvelopeStrictly(JsonNode vector) {
        JsonNode body = vector.get("body");
        if (vector.has("error")) {
            assertThatThrownBy(() -> PatchParser.parse(body))
                    .isInstanceOfSatisfying(
                            ScimException.class,
                            e -> assertThat(e.error().kind().name())
                                    .isEqualTo(vector.get("error").textValue()));
        } else {
            assertThat(PatchParser.parse(body))
                    .extracting(operation -> operation.kind().name())
                    .containsExactlyElementsOf(vector.get("kinds")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList());
        }
    }
}
