package io.sluice.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AuditChange;
import io.sluice.core.vectors.Vectors;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesTest {

    static Stream<Named<JsonNode>> changes() {
        return Vectors.named(ChangesTest.class, "changes.json");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesWhatChangedWithOldAndNew(JsonNode vector) {
        assertThat(Changes.between(
                        (ObjectNode) vector.get("before"), (ObjectNode) vector.get("after"), Vectors.type(vector)))
                .containsExactlyElementsOf(vector.get("changes")
                        .valueStream()
                        .map(change ->
                                new AuditChange(change.get(0).textValue(), text(change.get(1)), text(change.get(2))))
                        .toList());
    }

    private static Optional<String> text(JsonNode json) {
        return json.isNull() ? Optional.empty() : Optional.of(json.toString());
    }
}
