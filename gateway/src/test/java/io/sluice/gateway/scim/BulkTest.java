package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BulkTest {

    private static final String BULK_REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    private static final String BULK_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private Gateway gateway;
    private Client scim;

    @BeforeAll
    void start() {
        gateway = Gateway.start(Map.of("SLUICE_HTTP_MAX_BULK_BODY", "2MiB"));
        scim = gateway.tenant("bulk");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void thousandCreatesGoInOneRequest() {
        Client own = gateway.tenant("thousand");
        String[] operations = IntStream.range(0, 1_000)
                .mapToObj(i -> post("/Users", "u" + i, Bodies.user("thousand" + i)))
                .toArray(String[]::new);

        Reply reply = bulk(own, operations).expect(200);

        assertThat(reply.header("content-type")).startsWith("application/scim+json");
        assertThat(reply.at("/schemas/0")).isEqualTo(BULK_RESPONSE);
        assertThat(column(reply, "status")).hasSize(1_000).containsOnly("201");
        assertThat(column(reply, "bulkId"))
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(i -> "u" + i).toList());
        assertThat(own.get("/Users?count=0").at("/totalResults")).isEqualTo("1000");
        Reply last = own.at(reply.at("/Operations/999/location")).get("").expect(200);
        assertThat(last.at("/userName")).isEqualTo("thousand999");
        assertThat(last.at("/meta/version")).isEqualTo(reply.at("/Operations/999/version"));
    }

    @Test
    void operationsOfAllKindsActLikeSingleRequests() {
        String replaced = created("mixed-put");
        String patched = created("mixed-patch");
        String deleted = created("mixed-delete");

        Reply reply = bulk(
                        scim,
                        post("/Users", "new", Bodies.user("mixed-post")),
                        operation("put", "/Users/" + replaced, Bodies.user("mixed-put2")),
                        operation(
                                "PATCH",
                                "/Users/" + patched,
                                Bodies.patch("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}")),
                        operation("DELETE", "/Users/" + deleted, ""))
                .expect(200);

        assertThat(column(reply, "status")).containsExactly("201", "200", "200", "204");
        assertThat(column(reply, "method")).containsExactly("POST", "PUT", "PATCH", "DELETE");
        assertThat(reply.json().at("/Operations/0/status").isTextual()).isTrue();
        assertThat(reply.json().at("/Operations/1").has("bulkId")).isFalse();
        assertThat(reply.at("/Operations/1/location")).isEqualTo(scim.base() + "/Users/" + replaced);
        assertThat(scim.get("/Users/" + replaced).at("/userName")).isEqualTo("mixed-put2");
        assertThat(scim.get("/Users/" + patched).json().get("active").booleanValue())
                .isFalse();
        scim.get("/Users/" + deleted).expectError(404, "");
    }

    @Test
    void groupsMayContainEachOther() {
        Reply reply = bulk(
                        scim,
                        post("/Groups", "a", Bodies.group("circle-a", "bulkId:b", "bulkId:u")),
                        post("/Groups", "b", Bodies.group("circle-b", "bulkId:a")),
                        post("/Users", "u", Bodies.user("circle-u")))
                .expect(200);

        assertThat(column(reply, "status")).containsExactly("201", "201", "201");
        List<String> ids = ids(reply);
        Reply a = scim.get("/Groups/" + ids.get(0)).expect(200);
        assertThat(members(a)).containsExactlyInAnyOrder(ids.get(1), ids.get(2));
        assertThat(members(scim.get("/Groups/" + ids.get(1)))).containsExactly(ids.get(0));
        assertThat(reply.at("/Operations/0/version")).isEqualTo(a.at("/meta/version"));
    }

    @Test
    void referencesAreFoundInNestedPlacesAndPaths() {
        String group = scim.post("/Groups", Bodies.group("nested")).expect(201).at("/id");
        String manager =
                "\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"bulkId:boss\",\"$ref\":\"../Users/bulkId:boss\"}}";
        String employee =
                Bodies.user("employee").replaceFirst("\"active\"", manager.replace("$", "\\$") + ",\"active\"");

        Reply reply = bulk(
                        scim,
                        operation(
                                "PATCH",
                                "/Groups/" + group,
                                Bodies.patch(
                                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"bulkId:boss\"},{\"value\":\"bulkId:e\"}]},"
                                                + "{\"op\":\"remove\",\"path\":\"members[value eq \\\"bulkId:e\\\"]\"}")),
                        post("/Users", "e", employee),
                        operation(
                                "PATCH",
                                "/Users/bulkId:boss",
                                Bodies.patch("{\"op\":\"add\",\"path\":\"title\",\"value\":\"Boss\"}")),
                        post("/Users", "boss", Bodies.user("boss")))
                .expect(200);

        assertThat(column(reply, "status")).containsExactly("200", "201", "200", "201");
        List<String> ids = ids(reply);
        assertThat(members(scim.get("/Groups/" + group))).containsExactly(ids.get(3));
        assertThat(scim.get("/Users/" + ids.get(1))
                        .json()
                        .path(ENTERPRISE)
                        .at("/manager/value")
                        .asText())
                .isEqualTo(ids.get(3));
        assertThat(scim.get("/Users/" + ids.get(3)).at("/title")).isEqualTo("Boss");
    }

    @Test
    void failuresAreErrorDocumentsBesideWhatWentWell() {
        created("fails-taken");
        String gone = "00000000-0000-7000-8000-000000000000";

        Reply reply = bulk(
                        scim,
                        post("/Users", "taken", Bodies.user("FAILS-taken")),
                        post("/Groups", "g", Bodies.group("fails", "bulkId:taken")),
                        post("/Users", "noname", "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]}"),
                        operation("DELETE", "/Users/" + gone, ""),
                        operation("GET", "/Users/" + gone, ""),
                        post("/Things", "thing", "{}"),
                        post("/Bulk", "bulk", "{}"),
                        operation("PUT", "/Users", Bodies.user("x")),
                        operation("DELETE", "/Users/bulkId:nobody", ""),
                        post("/Users", "good", Bodies.user("fails-good")))
                .expect(200);

        assertThat(column(reply, "status"))
                .containsExactly("409", "409", "400", "404", "405", "404", "400", "405", "400", "201");
        assertThat(reply.at("/Operations/0/response/schemas/0"))
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(reply.at("/Operations/0/response/scimType")).isEqualTo("uniqueness");
        assertThat(reply.at("/Operations/0/response/status")).isEqualTo("409");
        assertThat(reply.at("/Operations/1/response/detail")).contains("\"taken\"");
        assertThat(reply.at("/Operations/2/response/scimType")).isEqualTo("invalidValue");
        assertThat(reply.at("/Operations/3/location")).isEqualTo(scim.base() + "/Users/" + gone);
        assertThat(reply.at("/Operations/8/response/scimType")).isEqualTo("invalidValue");
        assertThat(reply.json().at("/Operations/9").has("response")).isFalse();
    }

    @Test
    void failOnErrorsStopsAndLeavesOutWhatWasNotRun() {
        created("limit-taken");

        Reply reply = send(
                        scim,
                        "\"failOnErrors\":1,",
                        post("/Users", "a", Bodies.user("limit-a")),
                        post("/Users", "b", Bodies.user("limit-taken")),
                        post("/Users", "c", Bodies.user("limit-c")))
                .expect(200);

        assertThat(column(reply, "bulkId")).containsExactly("a", "b");
        assertThat(column(reply, "status")).containsExactly("201", "409");
        assertThat(scim.get("/Users?filter=userName%20eq%20%22limit-c%22").at("/totalResults"))
                .isEqualTo("0");
    }

    @Test
    void versionIsThePreconditionOfAnOperation() {
        Reply user = scim.post("/Users", Bodies.user("versioned")).expect(201);
        String path = "/Users/" + user.at("/id");
        String patch = Bodies.patch("{\"op\":\"add\",\"path\":\"title\",\"value\":\"x\"}");

        Reply reply = bulk(
                        scim,
                        versioned("PATCH", path, "W/\\\"outdated\\\"", patch),
                        versioned("PATCH", path, user.at("/meta/version").replace("\"", "\\\""), patch),
                        versioned("DELETE", path, user.at("/meta/version").replace("\"", "\\\""), "{}"))
                .expect(200);

        assertThat(column(reply, "status")).containsExactly("412", "200", "412");
        assertThat(reply.at("/Operations/1/version"))
                .isEqualTo(scim.get(path).expect(200).header("etag"))
                .isNotEqualTo(user.header("etag"));
    }

    @Test
    void nameOfADeletedUserIsFreeForACreateAfterIt() {
        String id = created("reborn");

        Reply reply = bulk(
                        scim, operation("DELETE", "/Users/" + id, ""), post("/Users", "again", Bodies.user("reborn")))
                .expect(200);

        assertThat(column(reply, "status")).containsExactly("204", "201");
    }

    @Test
    void limitsAreTheAdvertisedOnes() {
        Reply provider = scim.get("/ServiceProviderConfig").expect(200);
        assertThat(provider.json().at("/bulk/supported").booleanValue()).isTrue();
        int operations = provider.json().at("/bulk/maxOperations").intValue();
        int bytes = provider.json().at("/bulk/maxPayloadSize").intValue();
        assertThat(operations).isEqualTo(1_000);
        assertThat(bytes).isEqualTo(2 << 20);

        String[] many = IntStream.rangeClosed(0, operations)
                .mapToObj(i -> operation("DELETE", "/Users/" + i, ""))
                .toArray(String[]::new);
        Reply refused = bulk(scim, many).expectError(413, "");
        assertThat(refused.at("/detail")).contains("1001", "1000");
        bulk(scim, post("/Users", "a", Bodies.user("x".repeat(bytes)))).expectError(413, "");
    }

    @Test
    void whatIsNoBulkRequestIsRefusedAsAWhole() {
        scim.post("/Bulk", "{\"Operations\":[]}").expectError(400, "invalidSyntax");
        scim.post("/Bulk", "[]").expectError(400, "invalidSyntax");
        scim.post("/Bulk", "{").expectError(400, "invalidSyntax");
        send(scim, "\"failOnErrors\":-1,").expectError(400, "invalidValue");
        bulk(scim, post("/Users", "a", "{}"), post("/Users", "a", "{}")).expectError(400, "invalidValue");
        scim.get("/Bulk").expectError(405, "");
        assertThat(column(bulk(scim).expect(200), "status")).isEmpty();
    }

    private String created(String userName) {
        return scim.post("/Users", Bodies.user(userName)).expect(201).at("/id");
    }

    private static Reply bulk(Client client, String... operations) {
        return send(client, "", operations);
    }

    private static Reply send(Client client, String options, String... operations) {
        return client.post(
                "/Bulk",
                "{\"schemas\":[\"" + BULK_REQUEST + "\"]," + options + "\"Operations\":[" + String.join(",", operations)
                        + "]}");
    }

    private static String post(String path, String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"%s\",\"bulkId\":\"%s\",\"data\":%s}".formatted(path, bulkId, data);
    }

    private static String operation(String method, String path, String data) {
        return "{\"method\":\"%s\",\"path\":\"%s\"%s}"
                .formatted(method, path, data.isEmpty() ? "" : ",\"data\":" + data);
    }

    private static String versioned(String method, String path, String version, String data) {
        return "{\"method\":\"%s\",\"path\":\"%s\",\"version\":\"%s\",\"data\":%s}"
                .formatted(method, path, version, data);
    }

    private static List<String> column(Reply reply, String name) {
        return reply.json()
                .get("Operations")
                .valueStream()
                .map(operation -> operation.path(name).asText())
                .toList();
    }

    private static List<String> ids(Reply reply) {
        return column(reply, "location").stream()
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .toList();
    }

    private static List<String> members(Reply group) {
        return group.json()
                .path("members")
                .valueStream()
                .map((JsonNode member) -> member.get("value").asText())
                .collect(Collectors.toList());
    }
}
