package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names are ASCII: what only looks alike, or differs in case elsewhere in Unicode, is another name. */
final class SpellingTest extends OneTenant {

    /** As active with a dotless i, and userName with a long s. */
    private static final String[] ALIKE = {"act\u0131ve", "u\u017ferName"};

    @Test
    void aKeyThatOnlyLooksLikeAnAttributeIsNotThatAttribute() {
        String id = scim.post("/Users", user("alike", "\"ACTIVE\":true,\"act\u0131ve\":false"))
                .expect(201)
                .at("/id");
        assertThat(scim.get("/Users/" + id).expect(200).json().path("active").asBoolean())
                .isTrue();
        scim.post("/Users", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"u\u017ferName":"nobody"}""").expectError(400, "invalidValue");
    }

    @Test
    void aPatchOfIt() {
        String id = scim.post("/Users", user("patched", "\"active\":true"))
                .expect(201)
                .at("/id");
        for (String name : ALIKE) {
            scim.patch("/Users/" + id, """
                    {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                     "Operations":[{"op":"replace","path":"%s","value":"false"}]}""".formatted(name)).expectError(400, "invalidPath");
        }
        assertThat(scim.get("/Users/" + id).expect(200).json().path("active").asBoolean())
                .isTrue();
        assertThat(scim.get("/Users/" + id).at("/userName")).isEqualTo("patched");
    }

    @Test
    void aFilterOnIt() {
        for (String name :
                new String[] {"act%C4%B1ve%20eq%20true", "u%C5%BFerName%20pr", "userName%20pr%20and%20act%C4%B1ve%20pr"
                }) {
            scim.get("/Users?filter=" + name).expectError(400, "invalidFilter");
        }
    }

    @Test
    void anAttributeOfATenantIsNotTakenForOneThatLooksAlike() {
        gateway.admin()
                .post("/tenants/mine/attributes", "{\"name\":\"shift\",\"type\":\"string\"}")
                .expect(201);
        gateway.admin().delete("/tenants/mine/attributes/sh%C4%B1ft").expect(404);
        gateway.admin().delete("/tenants/mine/attributes/SHIFT").expect(204);
    }

    private static String user(String name, String more) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s",%s}""".formatted(name, more);
    }
}
