package io.sluice.gateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.auth.TokenText;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = new Redactor(500);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userName\":\"ada\",\"password\":\"hunter2\"}",
                "{\"PassWord\":{\"value\":\"hunter2\"}}",
                "{\"client_secret\":\"hunter2\"}",
                "{\"urn:ietf:params:scim:schemas:core:2.0:User:password\":\"hunter2\"}",
                "{\"Operations\":[{\"op\":\"replace\",\"path\":\"password\",\"value\":\"hunter2\"}]}",
                "{\"Operations\":[{\"op\":\"Replace\",\"Path\":\"x\",\"path\":\"urn:x:User:password\",\"value\":[\"hunter2\"]}]}",
                "{\"Operations\":[{\"op\":\"replace\",\"value\":{\"password\":\"hunter2\"}}]}",
                "{\"a\":[[{\"token\":\"hunter2\"}]]}",
                "password=hunter2&x=y",
                "{\"password\":\"hunter2\""
            })
    void hidesTheValuesOfSecretNames(String body) {
        assertThat(redactor.body(Buffer.buffer(body))).doesNotContain("hunter2");
    }

    @Test
    void hidesWhatLooksLikeATokenWhereverItStands() {
        String token = TokenText.generate(TokenText.PROVISIONING);
        String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";

        assertThat(redactor.body(Buffer.buffer("{\"displayName\":\"x " + token + "\",\"title\":\"" + jwt + "\"}")))
                .isEqualTo("{\"displayName\":\"x ***\",\"title\":\"***\"}");
        assertThat(redactor.text("/Users?access_token=" + token)).isEqualTo("/Users?access_token=***");
        assertThat(redactor.text("Authorization: Bearer abcdefgh12345678")).isEqualTo("Authorization: ***");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        String body =
                "{\"userName\":\"ada@example.com\",\"active\":false,\"emails\":[{\"value\":\"a@b\",\"primary\":true}]}";
        assertThat(redactor.body(Buffer.buffer(body))).isEqualTo(body);
    }

    @Test
    void cutsLongBodies() {
        String long_ = "{\"displayName\":\"" + "x".repeat(2_000) + "\"}";
        assertThat(redactor.body(Buffer.buffer(long_))).hasSizeLessThan(600).contains("characters]");
    }
}
