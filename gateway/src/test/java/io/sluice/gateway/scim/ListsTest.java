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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListsTest {

    private static final int USERS = 60;

    private Gateway gateway;
    private Client scim;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        scim = gateway.tenant("lists");
        for (int i = 0; i < USERS; i++) {
            scim.post("/Users", Bodies.user("u%03d".formatted(i))).expect(201);
        }
        scim.post("/Groups", Bodies.group("g1")).expect(201);
        scim.post("/Groups", Bodies.group("g2")).expect(201);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void pagesByIndexAreStableAndDisjoint() {
        Set<String> seen = new HashSet<>();
        for (int start = 1; start <= USERS; start += 25) {
            Reply page = scim.get("/Users?count=25&startIndex=" + start).expect(200);
            assertThat(page.json().get("totalResults").intValue()).isEqualTo(USERS);
            assertThat(page.json().get("startIndex").intValue()).isEqualTo(start);
            assertThat(page.json().get("itemsPerPage").intValue()).isEqualTo(Math.min(25, USERS - start + 1));
            page.json().get("Resources").forEach(user -> seen.add(user.get("id").asText()));
        }
        assertThat(seen).hasSize(USERS);
    }

    @Test
    void countsAndIndexesAtTheEdgesAreMadeRight() {
        assertThat(page("count=0")).isEqualTo(List.of(USERS, 0, 1));
        assertThat(page("count=-5")).isEqualTo(List.of(USERS, 0, 1));
        assertThat(page("startIndex=0&count=3")).isEqualTo(List.of(USERS, 3, 1));
        assertThat(page("startIndex=-7&count=3")).isEqualTo(List.of(USERS, 3, 1));
        assertThat(page("startIndex=1000")).isEqualTo(List.of(USERS, 0, 1000));
        assertThat(page("count=100000")).isEqualTo(List.of(USERS, USERS, 1));
        assertThat(page("startIndex=2147483647")).isEqualTo(List.of(USERS, 0, 2147483647));
        scim.get("/Users?count=many").expectError(400, "invalidValue");
        scim.get("/Users?startIndex=x").expectError(400, "invalidValue");
    }

    /** RFC 7644 section 3.4.2.4 knows no largest index; the answer says which one it is for. */
    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "9223372036854775808", "99999999999999999999"})
    void anIndexBeyondEveryListIsAnsweredAsItWasAskedFor(String start) {
        for (String path : new String[] {"/Users", ""}) {
            Reply page = scim.get(path + "?count=5&startIndex=" + start).expect(200);
            assertThat(page.json().get("startIndex").asText()).isEqualTo(start);
            assertThat(page.json().get("itemsPerPage").intValue()).isZero();
            assertThat(page.json().get("Resources")).isEmpty();
            assertThat(page.json().get("totalResults").intValue()).isGreaterThanOrEqualTo(USERS);
        }
    }

    /** Full-width and Arabic-Indic digits, a number that is too long to be meant, and others that Java would take. */
    @ParameterizedTest
    @ValueSource(
            strings = {"%EF%BC%91%EF%BC%90", "%D9%A1%D9%A2", "999999999999999999999", "1_0", "0x10", "1e1", "%2B", "-"})
    void onlyAsciiDigitsAreNumbers(String number) {
        for (String name : new String[] {"count", "startIndex"}) {
            assertThat(scim.get("/Users?" + name + "=" + number)
                            .expectError(400, "invalidValue")
                            .at("/detail"))
                    .startsWith(name + " must be a whole number");
        }
    }

    @Test
    void sortingGoesBothWays() {
        Reply up = scim.get("/Users?sortBy=userName&count=2").expect(200);
        Reply down =
                scim.get("/Users?sortBy=USERNAME&sortOrder=descending&count=2").expect(200);
        assertThat(up.at("/Resources/0/userName")).isEqualTo("u000");
        assertThat(down.at("/Resources/0/userName")).isEqualTo("u059");
        scim.get("/Users?sortBy=userName&sortOrder=sideways").expectError(400, "invalidValue");
    }

    @Test
    void cursorsLeadThroughEverythingOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = scim.get("/Users?count=25&cursor=" + cursor).expect(200);
            page.json().get("Resources").forEach(user -> seen.add(user.get("id").asText()));
            assertThat(page.json().has("startIndex")).isFalse();
            cursor = page.json().path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(USERS).doesNotHaveDuplicates();
    }

    @Test
    void cursorIsBoundToItsQueryAndTenant() {
        String cursor = scim.get("/Users?count=5&cursor").expect(200).at("/nextCursor");
        assertThat(cursor).isNotEmpty();
        scim.get("/Users?count=5&cursor=" + cursor).expect(200);
        scim.get("/Users?count=5&filter=active%20eq%20true&cursor=" + cursor).expectError(400, "invalidCursor");
        scim.get("/Users?count=5&sortBy=userName&cursor=" + cursor).expectError(400, "invalidCursor");
        scim.get("/Groups?count=5&cursor=" + cursor).expectError(400, "invalidCursor");
        scim.get("/Users?count=5&cursor=" + cursor + "x").expectError(400, "invalidCursor");
        scim.get("/Users?count=5&cursor=nonsense").expectError(400, "invalidCursor");
        scim.get("/Users?count=x&cursor=").expectError(400, "invalidCount");
        scim.get("/Users?startIndex=1&cursor=").expectError(400, "invalidCursor");
        gateway.tenant("other").get("/Users?count=5&cursor=" + cursor).expectError(400, "invalidCursor");
    }

    @Test
    void searchIsAListByPost() {
        Reply found = scim.post("/Users/.search", search("\"filter\":\"userName eq \\\"u007\\\"\""))
                .expect(200);
        assertThat(found.at("/Resources/0/userName")).isEqualTo("u007");
        Reply part = scim.post("/Users/.search", search("\"attributes\":[\"userName\"],\"count\":1"))
                .expect(200);
        assertThat(part.json().at("/Resources/0").has("emails")).isFalse();
        scim.post("/Users/.search", "{\"filter\":\"userName pr\"}").expectError(400, "invalidSyntax");
    }

    @Test
    void searchAtTheRootPagesOverAllTypes() {
        Reply all = scim.post("/.search", search("\"count\":1000")).expect(200);
        assertThat(all.json().get("totalResults").intValue()).isEqualTo(USERS + 2);
        Reply tail =
                scim.post("/.search", search("\"startIndex\":60,\"count\":2")).expect(200);
        List<String> types = new ArrayList<>();
        for (JsonNode resource : tail.json().get("Resources")) {
            types.add(resource.at("/meta/resourceType").asText());
        }
        assertThat(types).containsExactly("User", "Group");
        Reply groups = scim.post("/.search", search("\"filter\":\"displayName eq \\\"g1\\\"\""))
                .expect(200);
        assertThat(groups.json().get("totalResults").intValue()).isEqualTo(1);
    }

    @Test
    void longListsAreStreamedWhole() {
        Reply all = scim.get("/Users?count=1000").expect(200);
        assertThat(all.json().get("Resources")).hasSize(USERS);
        assertThat(all.header("transfer-encoding")).isEqualTo("chunked");
    }

    @Test
    void discoveryTellsTheTruthAndCannotBeFiltered() {
        Reply config = scim.get("/ServiceProviderConfig").expect(200);
        assertThat(config.json().at("/bulk/maxOperations").intValue()).isEqualTo(1_000);
        assertThat(config.json().at("/filter/maxResults").intValue()).isEqualTo(1_000);
        assertThat(config.json().at("/pagination/cursor").booleanValue()).isTrue();
        assertThat(config.json().at("/changePassword/supported").booleanValue()).isFalse();
        assertThat(scim.get("/ResourceTypes")
                        .expect(200)
                        .json()
                        .get("totalResults")
                        .intValue())
                .isEqualTo(2);
        Reply schema = scim.get("/Schemas/urn%3Aietf%3Aparams%3Ascim%3Aschemas%3Acore%3A2.0%3AUser")
                .expect(200);
        assertThat(schema.at("/meta/location"))
                .isEqualTo(scim.base() + "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User");
        for (String path : List.of("/Schemas", "/ResourceTypes", "/ServiceProviderConfig")) {
            scim.get(path + "?filter=id%20pr").expectError(403, "");
        }
    }

    private List<Integer> page(String query) {
        JsonNode page = scim.get("/Users?" + query).expect(200).json();
        assertThat(page.get("Resources")).hasSize(page.get("itemsPerPage").intValue());
        return List.of(
                page.get("totalResults").intValue(),
                page.get("itemsPerPage").intValue(),
                page.get("startIndex").intValue());
    }

    private static String search(String fields) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]," + fields + "}";
    }
}
