package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UpdatePolicyTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private Gateway gateway;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void onlyListedAttributesCanBeUpdated() {
        Client scim = gateway.tenant("listed");
        policy("listed", "{\"updatableAttributes\":[\"displayName\",\"NAME.givenName\",\"" + ENTERPRISE + "\"]}");
        String path = "/Users/"
                + scim.post("/Users", Bodies.user("listed")).expect(201).at("/id");
        scim.patch(path, replace("displayName", "Allowed")).expect(200);
        scim.patch(path, replace("name.givenName", "Allowed")).expect(200);
        scim.patch(path, replace(ENTERPRISE + ":department", "Allowed")).expect(200);
        scim.patch(path, replace("title", "Refused")).expectError(400, "mutability");
        scim.patch(path, replace("externalId", "Refused")).expectError(400, "mutability");
        scim.patch(path, replace("emails[type eq \\\"work\\\"].value", "refused@example.com"))
                .expectError(400, "mutability");
        scim.put(path, Bodies.user("listed").replace("listed@example", "other@example"))
                .expectError(400, "mutability");
        Reply put =
                scim.put(path, Bodies.user("listed").replace("Ada", "Augusta")).expect(200);
        assertThat(put.at("/name/givenName")).isEqualTo("Augusta");
        scim.delete(path).expect(204);
    }

    @Test
    void emptyListLetsNothingButTheUserNameChange() {
        Client scim = gateway.tenant("none");
        policy("none", "{\"updatableAttributes\":[]}");
        String path =
                "/Users/" + scim.post("/Users", Bodies.user("none")).expect(201).at("/id");
        scim.patch(path, replace("displayName", "Refused")).expectError(400, "mutability");
        scim.patch(path, replace("userName", "renamed")).expect(200);
    }

    @Test
    void userNameChangesOnlyWhereItMay() {
        Client scim = gateway.tenant("fixed");
        policy("fixed", "{\"userNameMutable\":false}");
        String path = "/Users/"
                + scim.post("/Users", Bodies.user("fixed")).expect(201).at("/id");
        scim.patch(path, replace("userName", "moved")).expectError(400, "mutability");
        scim.put(path, Bodies.user("moved")).expectError(400, "mutability");
        scim.patch(path, replace("userName", "fixed")).expect(200);
        scim.put(path, Bodies.user("fixed").replace("Ada", "Augusta")).expect(200);
        assertThat(scim.get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
                        .expect(200)
                        .json()
                        .get("attributes")
                        .findParents("mutability"))
                .filteredOn(attribute -> attribute.get("name").asText().equals("userName"))
                .allSatisfy(attribute ->
                        assertThat(attribute.get("mutability").asText()).isEqualTo("immutable"));
    }

    @Test
    void liftedPolicyWorksAtOnce() {
        Client scim = gateway.tenant("lifted");
        policy("lifted", "{\"updatableAttributes\":[\"active\"]}");
        String path = "/Users/"
                + scim.post("/Users", Bodies.user("lifted")).expect(201).at("/id");
        scim.patch(path, replace("title", "Refused")).expectError(400, "mutability");
        policy("lifted", "{\"updatableAttributes\":null}");
        scim.patch(path, replace("title", "Allowed")).expect(200);
    }

    private void policy(String tenant, String settings) {
        gateway.admin().patch("/tenants/" + tenant, settings).expect(200);
    }

    private static String replace(String path, String value) {
        return Bodies.patch("{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}");
    }
}
