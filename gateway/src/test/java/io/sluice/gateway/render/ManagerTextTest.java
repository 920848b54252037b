package io.sluice.gateway.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManagerTextTest {

    private static final String URN = ManagerText.EXTENSION;

    @Test
    void nameIsPutIntoTheManagerAndNothingElseChanges() {
        JsonObject user = new JsonObject()
                .put("userName", "}\"{\\")
                .put(
                        URN,
                        new JsonObject()
                                .put("department", "\"manager\":{")
                                .put(
                                        "manager",
                                        new JsonObject().put("value", "m\"}").put("$ref", "{")))
                .put("urn:x:Other", new JsonObject().put("manager", new JsonObject().put("value", "other")));

        ManagerText manager = ManagerText.in(user.toBuffer()).orElseThrow();

        assertThat(manager.value()).isEqualTo("m\"}");
        JsonObject named = new JsonObject(manager.named("Ada \"the\" Boss ü\n"));
        user.getJsonObject(URN).getJsonObject("manager").put("displayName", "Ada \"the\" Boss ü\n");
        assertThat(named).isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'schemas':['@']}",
                "{'@':{'department':'d'}}",
                "{'@':{'department':'d'},'urn:x:Other':{'manager':{'value':'m'}}}",
                "{'manager':{'value':'m'},'@':{'department':'d'}}",
                "{'title':'\\'@\\':{\\'manager\\':{'}"
            })
    void whatIsNotTheManagerOfTheEnterpriseExtensionIsNone(String user) {
        Buffer attributes = Buffer.buffer(user.replace('\'', '"').replace("@", URN));

        assertThat(new JsonObject(attributes)).isNotNull();
        assertThat(ManagerText.in(attributes)).isEmpty();
    }
}
