package io.sluice.gateway.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"create-user", "update-user", "deactivate-user", "reactivate-user"})
    void everyPersonMakesValidJsonOfEveryUserShape(String name) throws Exception {
        People people = new People();
        for (int index = 0; index < 2_000; index++) {
            assertThat(JSON.readTree(Shape.named(name).with(people.person(index).values(1)))
                            .isObject())
                    .isTrue();
        }
    }

    @Test
    void valuesAreEscapedAsJsonStrings() throws Exception {
        JsonNode body =
                JSON.readTree(new Shape("{\"a\": \"{{x}}\", \"b\": \"{{x}}\"}").with(Map.of("x", "say \"\\\n 部")));

        assertThat(body.path("a").asText()).isEqualTo("say \"\\\n 部");
        assertThat(body.path("b").asText()).isEqualTo("say \"\\\n 部");
    }

    @Test
    void aPlaceholderWithoutAValueIsNamed() {
        assertThatThrownBy(() -> new Shape("{\"a\": \"{{gone}}\"}").with(Map.of()))
                .hasMessageContaining("{{gone}}");
    }

    @Test
    void userNamesAreUniqueAndAscii() {
        People people = new People();

        assertThat(IntStream.range(0, 20_000).mapToObj(people::person).map(Person::userName))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.chars().allMatch(c -> c < 0x80));
    }
}
