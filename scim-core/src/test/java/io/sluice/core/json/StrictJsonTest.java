package io.sluice.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refused.csv", delimiter = '|', quoteCharacter = '`')
    void refuses(String name, String body, ErrorKind kind, String detail) {
        ScimError error = refusal(bytes(body));

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.detail()).contains(detail).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\":[1,-2.50,3E+2,true,false,null,\"\\\"\\\\\\n\"]}",
                "{\"a\":9223372036854775807,\"b\":18446744073709551616}",
                "{\"ключ\":\"значение 😀 ﷺ\"}",
                "{\"a\":{},\"A\":{\"a\":1}}",
                "\"text\""
            })
    void writesWhatItRead(String json) {
        assertThat(StrictJson.write(StrictJson.parse(Buffer.buffer(json))).toString())
                .isEqualTo(json);
    }

    @Test
    void readsAnEscapedSurrogatePair() {
        assertThat(parse("{\"a\":\"\\ud83d\\ude00\"}").get("a").textValue()).isEqualTo("😀");
    }

    @Test
    void ignoresTheByteOrderMarkOfUtf8() {
        assertThat(parse("\ufeff{\"a\":1}").get("a").intValue()).isEqualTo(1);
    }

    @Test
    void keepsDecimalsExact() {
        assertThat(parse("[0.10]").get(0).decimalValue()).isEqualTo(new BigDecimal("0.10"));
    }

    @Test
    void readsToTheDepthLimitAndNoFurther() {
        assertThat(parse(nested(StrictJson.MAX_DEPTH))).isNotEmpty();
        assertThat(refusal(bytes(nested(StrictJson.MAX_DEPTH + 1))).detail()).contains("32 levels");
    }

    @Test
    void refusesAHundredThousandBracketsWithoutRecursion() {
        assertThat(refusal(bytes("[".repeat(100_000))).kind()).isEqualTo(ErrorKind.INVALID_SYNTAX);
        assertThat(refusal(bytes("{\"a\":".repeat(100_000))).kind()).isEqualTo(ErrorKind.INVALID_SYNTAX);
    }

    @Test
    void refusesAKeyOverTheLimit() {
        assertThat(refusal(bytes("{\"" + "k".repeat(100_000) + "\":1}")).detail())
                .contains("key 4096");
    }

    @Test
    void refusesADocumentThatIsMostlyEmptyObjects() {
        assertThat(refusal(bytes("[" + "{},".repeat(StrictJson.MAX_TOKENS / 2) + "{}]"))
                        .detail())
                .contains("1000000 tokens");
    }

    @Test
    void findsABadByteWhereverItStands() {
        for (int at = 0; at < 40; at++) {
            byte[] body = ("[\"" + "x".repeat(40) + "\"]").getBytes(StandardCharsets.US_ASCII);
            body[2 + at] = (byte) 0xff;

            assertThat(refusal(body).detail()).contains("offset " + (2 + at));
        }
    }

    @Test
    void findsAnEscapedZeroWhereverItStands() {
        for (int at = 0; at < 40; at++) {
            String body = "[\"" + "x".repeat(at) + "\\u0000" + "x".repeat(40 - at) + "\"]";

            assertThat(refusal(bytes(body)).kind()).isEqualTo(ErrorKind.INVALID_VALUE);
        }
    }

    @Test
    void wantsAnObjectWhereOneIsNeeded() {
        assertThat(catchThrowableOfType(ScimException.class, () -> StrictJson.parseObject(Buffer.buffer("[]")))
                        .error()
                        .detail())
                .contains("JSON object");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static JsonNode parse(String json) {
        return StrictJson.parse(Buffer.buffer(json));
    }

    private static ScimError refusal(byte[] body) {
        return catchThrowableOfType(ScimException.class, () -> StrictJson.parse(body))
                .error();
    }

    private static byte[] bytes(String body) {
        return body.startsWith("0x")
                ? HexFormat.of().parseHex(body.substring(2))
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
