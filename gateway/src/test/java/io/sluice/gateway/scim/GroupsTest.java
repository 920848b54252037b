package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GroupsTest {

    /** More than two pages of members. */
    private static final int MANY = 2_500;

    private Gateway gateway;
    private Client scim;
    private final List<String> users = new ArrayList<>();
    private String large = "";

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        scim = gateway.tenant("groups");
        for (int from = 0; from < MANY; from += 500) {
            StringBuilder operations = new StringBuilder();
            for (int i = from; i < from + 500; i++) {
                operations
                        .append(operations.isEmpty() ? "" : ",")
                        .append("{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"u")
                        .append(i)
                        .append("\",\"data\":")
                        .append(Bodies.user("member" + i))
                        .append('}');
            }
            Reply made = scim.post(
                            "/Bulk",
                            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                                    + operations + "]}")
                    .expect(200);
            for (JsonNode operation : made.json().get("Operations")) {
                String location = operation.get("location").asText();
                users.add(location.substring(location.lastIndexOf('/') + 1));
            }
        }
        large = scim.post("/Groups", Bodies.group("Large", users.toArray(String[]::new)))
                .expect(201)
                .at("/id");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void everyMemberOfALargeGroupIsSentOnceInPieces() {
        Reply read = scim.get("/Groups/" + large).expect(200);
        assertThat(read.header("transfer-encoding")).isEqualTo("chunked");
        assertThat(read.header("etag")).isEqualTo(read.at("/meta/version"));
        Set<String> seen = new HashSet<>();
        for (JsonNode member : read.json().get("members")) {
            assertThat(member.get("$ref").asText())
                    .isEqualTo(scim.base() + "/Users/" + member.get("value").asText());
            assertThat(member.get("type").asText()).isEqualTo("User");
            assertThat(seen.add(member.get("value").asText())).isTrue();
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    void partsOfTheMembersOfALargeGroupCanBeAskedFor() {
        Reply values =
                scim.get("/Groups/" + large + "?attributes=members.value").expect(200);
        assertThat(values.json().get("members"))
                .hasSize(MANY)
                .allSatisfy(
                        member -> assertThat(member.fieldNames()).toIterable().containsExactly("value"));
        assertThat(values.json().has("displayName")).isFalse();
        Reply without =
                scim.get("/Groups/" + large + "?excludedAttributes=members").expect(200);
        assertThat(without.json().has("members")).isFalse();
        assertThat(without.at("/displayName")).isEqualTo("Large");
        Reply whole = scim.get("/Groups/" + large + "?attributes=members").expect(200);
        assertThat(whole.json().get("members")).hasSize(MANY);
        assertThat(whole.json().has("displayName")).isFalse();
    }

    @Test
    void aListWithALargeGroupInItIsWhole() {
        scim.post("/Groups", Bodies.group("Small", users.getFirst())).expect(201);
        Reply list = scim.get("/Groups").expect(200);
        assertThat(list.json().get("Resources").findValues("members"))
                .extracting(JsonNode::size)
                .contains(MANY, 1);
    }

    @Test
    void groupPatchIsSilentUnlessAttributesAreAskedFor() {
        String id = scim.post("/Groups", Bodies.group("Patched")).expect(201).at("/id");
        String add = Bodies.patch("{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"value\":\"" + users.getFirst()
                + "\"},{\"value\":\"" + users.getLast() + "\"}]}");
        Reply silent = scim.patch("/Groups/" + id, add).expect(204);
        assertThat(silent.text()).isEmpty();
        assertThat(silent.header("etag")).startsWith("W/\"");
        String remove =
                Bodies.patch("{\"op\":\"Remove\",\"path\":\"members[value eq \\\"" + users.getLast() + "\\\"]\"}");
        Reply spoken =
                scim.patch("/Groups/" + id + "?attributes=members", remove).expect(200);
        assertThat(spoken.json().get("members")).hasSize(1);
        Reply user = scim.get("/Users/" + users.getFirst()).expect(200);
        assertThat(user.json().get("groups").findValuesAsText("value")).contains(id);
        assertThat(user.json().get("groups").findValuesAsText("$ref")).contains(scim.base() + "/Groups/" + id);
    }

    @Test
    void putWithoutMembersEmptiesTheGroup() {
        String id = scim.post("/Groups", Bodies.group("Emptied", users.getFirst()))
                .expect(201)
                .at("/id");
        Reply put = scim.put("/Groups/" + id, Bodies.group("Emptied")).expect(200);
        assertThat(put.json().has("members")).isFalse();
        scim.delete("/Groups/" + id).expect(204);
        scim.get("/Groups/" + id).expectError(404, "");
    }
}
