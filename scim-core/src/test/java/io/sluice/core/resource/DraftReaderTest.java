package io.sluice.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.vectors.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftReaderTest {

    static Stream<Named<JsonNode>> drafts() {
        return Vectors.named(DraftReaderTest.class, "drafts.json");
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void readsBodiesStrictly(JsonNode vector) {
        ResourceType type = Vectors.type(vector);
        JsonNode body = vector.get("body");
        JsonNode sent = body.deepCopy();

        if (vector.has("error")) {
            assertThatThrownBy(() -> DraftReader.read(body, type)).isInstanceOfSatisfying(ScimException.class, e -> {
                assertThat(e.error().kind().name())
                        .isEqualTo(vector.get("error").textValue());
                assertThat(e.error().detail()).contains(vector.get("detail").textValue());
            });
        } else {
            ResourceDraft draft = DraftReader.read(body, type);
            assertThat(draft.attributes()).isEqualTo(vector.get("after"));
            assertThat(draft.members()).isEqualTo(members(vector.path("members")));
            assertThat(draft.password().map(Secret::reveal))
                    .isEqualTo(Optional.ofNullable(vector.path("password").textValue()));
        }
        assertThat(body).isEqualTo(sent);
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void readsWhatItWroteToTheSame(JsonNode vector) {
        if (vector.has("after")) {
            ObjectNode after = (ObjectNode) vector.get("after");
            assertThat(DraftReader.read(after, Vectors.type(vector)).attributes())
                    .isEqualTo(after);
        }
    }

    private static List<Member> members(JsonNode members) {
        return members.valueStream()
                .map(member -> new Member(
                        member.get("value").textValue(),
                        Optional.ofNullable(member.path("type").textValue()),
                        Optional.ofNullable(member.path("display").textValue())))
                .toList();
    }
}
