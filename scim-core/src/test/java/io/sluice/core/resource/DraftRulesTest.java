package io.sluice.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftRulesTest {

    static Stream<Named<JsonNode>> replacements() {
        return Vectors.named(DraftRulesTest.class, "replacements.json");
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void replacesByPut(JsonNode vector) {
        ResourceType type = Vectors.type(vector);
        ObjectNode before = (ObjectNode) vector.get("before");
        ObjectNode untouched = before.deepCopy();
        ResourceDraft draft = DraftReader.read(vector.get("body"), type);

        if (vector.has("error")) {
            assertThatThrownBy(() -> DraftRules.merge(before, draft))
                    .isInstanceOfSatisfying(
                            ScimException.class,
                            e -> assertThat(e.error().kind().name())
                                    .isEqualTo(vector.get("error").textValue()));
        } else {
            assertThat(DraftRules.merge(before, draft)).isEqualTo(vector.get("after"));
        }
        assertThat(before).isEqualTo(untouched);
    }
}
