package io.sluice.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.error.ScimException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StrictJsonPropertyTest {

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] body) {
        read(body);
    }

    @Property(tries = 5_000)
    void anythingThatLooksLikeJsonIsReadOrRefused(@ForAll("jsonLike") String body) {
        Optional<JsonNode> read = read(body.getBytes(StandardCharsets.UTF_8));

        read.ifPresent(
                tree -> assertThat(StrictJson.parse(StrictJson.write(tree))).isEqualTo(tree));
    }

    @Property
    void utf8IsWhatThePlatformSaysItIs(@ForAll byte[] bytes) {
        assertThat(Utf8Scan.of(bytes).invalidAt() == Utf8Scan.VALID).isEqualTo(decodes(bytes));
    }

    @Property
    void everyTextThatCanBeStoredComesBack(@ForAll String text) {
        String json = StrictJson.write(TextNode.valueOf(text)).toString();
        if (Texts.isStorable(text)) {
            assertThat(StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)).textValue())
                    .isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "\\u0000", "\\ud800", "\\", "1", "-",
                        ".5", "e9", "1e308", "null", "true", "nul", " ", "\n", "é", "😀")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(StrictJson.parse(body));
        } catch (ScimException e) {
            assertThat(e.error().kind().status()).isEqualTo(400);
            return Optional.empty();
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
