package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which method is possible where, and that all others are refused with what is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MethodsTest {

    private static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("/Users", "GET, POST"),
            Map.entry("/Groups", "GET, POST"),
            Map.entry("/Users/" + ID, "GET, PUT, PATCH, DELETE"),
            Map.entry("/Groups/" + ID, "GET, PUT, PATCH, DELETE"),
            Map.entry("/Users/.search", "POST"),
            Map.entry("/Groups/.search", "POST"),
            Map.entry("/.search", "POST"),
            Map.entry("/Bulk", "POST"),
            Map.entry("/ServiceProviderConfig", "GET"),
            Map.entry("/ResourceTypes", "GET"),
            Map.entry("/ResourceTypes/User", "GET"),
            Map.entry("/Schemas", "GET"),
            Map.entry("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User", "GET"));

    private Gateway gateway;
    private Client scim;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        scim = gateway.tenant("methods");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void impossibleMethodIsRefusedWithThePossibleOnes(String method, String path, String allowed) {
        Reply reply = scim.send(method, path, "").expectError(405, "");
        assertThat(reply.header("allow")).isEqualTo(allowed);
    }

    static Stream<Arguments> impossible() {
        List<Arguments> all = new ArrayList<>();
        ALLOWED.forEach((path, allowed) -> METHODS.stream()
                .filter(method -> !Arrays.asList(allowed.split(", ")).contains(method))
                .forEach(method -> all.add(Arguments.of(method, path, allowed))));
        return all.stream();
    }

    @Test
    void meIsNotOffered() {
        scim.get("/Me").expectError(501, "");
        scim.patch("/Me", "{}").expectError(501, "");
    }

    @Test
    void headIsAnsweredAsGetWithoutItsBody() {
        Reply head = scim.send("HEAD", "/Users", "").expect(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("content-length")).isNotEmpty();
    }

    @Test
    void otherMediaTypesAreRefused() {
        scim.post("/Users", Bodies.user("xml"), "Content-Type", "application/xml")
                .expectError(415, "");
        scim.post("/Users", Bodies.user("latin"), "Content-Type", "application/json; charset=iso-8859-1")
                .expectError(415, "");
        scim.get("/Users", "Accept", "text/html").expectError(406, "");
        scim.get("/Users", "Accept", "application/json;q=0, text/plain").expectError(406, "");
        scim.get("/Users", "Accept", "text/html, application/json;q=0.5").expect(200);
        scim.post("/Users", Bodies.user("plainjson"), "Content-Type", "application/json")
                .expect(201);
    }

    @Test
    void unknownEndpointIsNotFound() {
        scim.get("/Nothing").expectError(404, "");
        scim.get("/Schemas/urn:none").expectError(404, "");
        scim.get("/Users/" + ID).expectError(404, "");
    }
}
