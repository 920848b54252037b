package io.sluice.core.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.vectors.Vectors;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PathParserTest {

    static Stream<JsonNode> rightPaths() {
        return Vectors.read(PathParserTest.class, "paths.json").get("right").valueStream();
    }

    static Stream<JsonNode> wrongPaths() {
        return Vectors.read(PathParserTest.class, "paths.json").get("wrong").valueStream();
    }

    @ParameterizedTest
    @MethodSource("rightPaths")
    void readsEveryFormOfThePath(JsonNode vector) {
        String text = vector.get("path").textValue();
        PathExpression expected = vector.has("attribute")
                ? new PathExpression.ValuePath(
                        vector.get("attribute").textValue(),
                        vector.get("filter").textValue(),
                        Optional.ofNullable(vector.path("sub").textValue()))
                : new PathExpression.Name(text);

        assertThat(PathParser.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("wrongPaths")
    void saysWhereAPathIsWrong(JsonNode vector) {
        assertThatThrownBy(() -> PathParser.parse(vector.get("path").textValue()))
                .isInstanceOfSatisfying(ScimException.class, e -> {
                    assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_PATH);
                    assertThat(e.error().detail())
                            .contains("character " + vector.get("at").intValue() + ":");
                });
    }

    @Test
    void refusesAPathThatIsTooLong() {
        assertThat(PathParser.parse("a".repeat(PathParser.MAX_LENGTH))).isNotNull();
        assertThatThrownBy(() -> PathParser.parse("a".repeat(PathParser.MAX_LENGTH + 1)))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("4096");
    }

    @Property
    void givesBackTheTextThatItRead(@ForAll("paths") String path) {
        assertThat(PathParser.parse(path).text()).isEqualTo(path);
    }

    @Property
    void answersAnyTextWithAPathOrAnError(@ForAll String text) {
        try {
            assertThat(PathParser.parse(text).text()).isEqualTo(text);
        } catch (ScimException e) {
            assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_PATH);
        }
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> name =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> names = name.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join(".", parts));
        Arbitrary<String> literal =
                Arbitraries.strings().withChars("ab]\"\\ .[").ofMaxLength(6).map(PathParserTest::quoted);
        Arbitrary<String> selection = Combinators.combine(name, literal, name.optional())
                .as((attribute, value, sub) -> attribute + "[value eq " + value + "]"
                        + sub.map(s -> "." + s).orElse(""));
        Arbitrary<String> path = Arbitraries.oneOf(names, selection);
        return Combinators.combine(Arbitraries.of("", "urn:ietf:params:scim:schemas:core:2.0:User:"), path)
                .as((urn, rest) -> urn + rest);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
