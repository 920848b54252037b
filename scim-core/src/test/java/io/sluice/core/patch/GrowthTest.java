package io.sluice.core.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

/** Many small PATCHes add up to no more than one attribute may hold. */
class GrowthTest {

    private static final ResourceType USER =
            SchemaRegistry.standard().resourceType(ResourceType.USER).orElseThrow();

    @Test
    void attributeGrowsToTheMostAndNoFurther() {
        ObjectNode full = apply(user(9_999), "add", "emails", "[{\"value\":\"last\"}]");
        assertThat(full.path("emails")).hasSize(10_000);
        assertThat(apply(full, "add", "emails", "[{\"value\":\"last\",\"display\":\"x\"}]")
                        .path("emails"))
                .as("one that exists already")
                .hasSize(10_000);

        assertThatThrownBy(() -> apply(full, "add", "emails", "[{\"value\":\"one\"},{\"value\":\"two\"}]"))
                .isInstanceOfSatisfying(ScimException.class, refused -> {
                    assertThat(refused.error().kind()).isEqualTo(ErrorKind.INVALID_VALUE);
                    assertThat(refused.error().detail()).contains("emails", "10002", "10000");
                });
    }

    @Test
    void whatHasMoreAlreadyCanBeChangedAndShrinks() {
        ObjectNode large = user(10_500);

        assertThat(apply(large, "add", "title", "\"Boss\"").path("title").asText())
                .isEqualTo("Boss");
        assertThat(apply(large, "remove", "emails[value eq \\\"m1\\\"]", "null").path("emails"))
                .hasSize(10_499);
    }

    private static ObjectNode user(int emails) {
        ObjectNode user = StrictJson.parseObject(
                Buffer.buffer("{\"schemas\":[\"" + USER.core().id() + "\"],\"userName\":\"ada\"}"));
        ArrayNode values = user.putArray("emails");
        for (int i = 0; i < emails; i++) {
            values.addObject().put("value", "m" + i);
        }
        return user;
    }

    private static ObjectNode apply(ObjectNode user, String op, String path, String value) {
        String body = "{\"schemas\":[\"" + PatchParser.URN + "\"],\"Operations\":[{\"op\":\"" + op + "\",\"path\":\""
                + path + "\"" + (value.equals("null") ? "" : ",\"value\":" + value) + "}]}";
        PatchPlan plan = PatchBinder.bind(PatchParser.parse(StrictJson.parse(Buffer.buffer(body))), USER);
        return PatchApplier.apply(user, plan.operations(), USER);
    }
}
