package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsersTest {

    private Gateway gateway;
    private Client scim;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        scim = gateway.tenant("users");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void createdUserIsAnsweredWithItsLocationVersionAndBody() {
        Reply created = scim.post("/Users", Bodies.user("created")).expect(201);
        String id = created.at("/id");
        assertThat(created.header("location")).isEqualTo(scim.base() + "/Users/" + id);
        assertThat(created.at("/meta/location")).isEqualTo(scim.base() + "/Users/" + id);
        assertThat(created.at("/meta/resourceType")).isEqualTo("User");
        assertThat(created.header("etag")).startsWith("W/\"").isEqualTo(created.at("/meta/version"));
        assertThat(created.at("/userName")).isEqualTo("created");
        assertThat(created.header("x-request-id")).isNotEmpty();
        assertThat(created.header("content-type")).startsWith("application/scim+json");
    }

    @Test
    void storedUserIsReadBack() {
        String id = scim.post("/Users", Bodies.user("readback")).expect(201).at("/id");
        Reply read = scim.get("/Users/" + id).expect(200);
        assertThat(read.at("/userName")).isEqualTo("readback");
        assertThat(read.at("/emails/0/value")).isEqualTo("readback@example.com");
        assertThat(read.at("/schemas/0")).isEqualTo("urn:ietf:params:scim:schemas:core:2.0:User");
    }

    @Test
    void knownVersionIsNotSentAgain() {
        Reply created = scim.post("/Users", Bodies.user("etag")).expect(201);
        String path = "/Users/" + created.at("/id");
        Reply same = scim.get(path, "If-None-Match", created.header("etag")).expect(304);
        assertThat(same.text()).isEmpty();
        assertThat(same.header("etag")).isEqualTo(created.header("etag"));
        scim.get(path, "If-None-Match", "W/\"other\"").expect(200);
    }

    @Test
    void writeWithAnOutdatedVersionIsRefused() {
        Reply created = scim.post("/Users", Bodies.user("ifmatch")).expect(201);
        String path = "/Users/" + created.at("/id");
        scim.put(path, Bodies.user("ifmatch"), "If-Match", "W/\"other\"").expectError(412, "");
        scim.put(path, Bodies.user("ifmatch2"), "If-Match", created.header("etag"))
                .expect(200);
        scim.delete(path, "If-Match", created.header("etag")).expectError(412, "");
        scim.delete(path, "If-Match", "*").expect(204);
        scim.get(path).expectError(404, "");
    }

    @Test
    void userPatchAnswersTheUser() {
        String id = scim.post("/Users", Bodies.user("patched")).expect(201).at("/id");
        Reply patched = scim.patch(
                        "/Users/" + id, Bodies.patch("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}"))
                .expect(200);
        assertThat(patched.json().get("active").booleanValue()).isFalse();
        assertThat(patched.header("etag")).isEqualTo(patched.at("/meta/version"));
    }

    @Test
    void takenUserNameIsRefused() {
        scim.post("/Users", Bodies.user("twice")).expect(201);
        scim.post("/Users", Bodies.user("TWICE")).expectError(409, "uniqueness");
    }

    @Test
    void filterFindsAUser() {
        scim.post("/Users", Bodies.user("findme")).expect(201);
        Reply found =
                scim.get("/Users?filter=" + encoded("userName eq \"FINDME\"")).expect(200);
        assertThat(found.json().get("totalResults").intValue()).isEqualTo(1);
        assertThat(found.json().get("startIndex").intValue()).isEqualTo(1);
        assertThat(found.json().get("itemsPerPage").intValue()).isEqualTo(1);
        assertThat(found.at("/Resources/0/userName")).isEqualTo("findme");
    }

    @Test
    void nothingFoundIsAnEmptyList() {
        Reply found =
                scim.get("/Users?filter=" + encoded("userName eq \"nobody\"")).expect(200);
        assertThat(found.json().get("totalResults").intValue()).isZero();
        assertThat(found.json().get("Resources").isArray()).isTrue();
        assertThat(found.json().get("Resources")).isEmpty();
    }

    @Test
    void onlyTheAttributesThatWereAskedForAreShown() {
        String id = scim.post("/Users", Bodies.user("projected")).expect(201).at("/id");
        Reply part =
                scim.get("/Users/" + id + "?attributes=userName,emails.type").expect(200);
        assertThat(part.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("schemas", "id", "userName", "emails");
        assertThat(part.json().at("/emails/0").fieldNames()).toIterable().containsExactly("type");
        Reply rest = scim.get("/Users/" + id + "?excludedAttributes=emails,id").expect(200);
        assertThat(rest.json().has("emails")).isFalse();
        assertThat(rest.json().has("id")).isTrue();
    }

    @Test
    void wrongFilterIsAnErrorOfItsKind() {
        scim.get("/Users?filter=" + encoded("userName zz \"x\"")).expectError(400, "invalidFilter");
        scim.get("/Users?filter=" + encoded("(".repeat(1_000))).expectError(400, "invalidFilter");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
