package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ValueLimitTest {

    private Gateway gateway;
    private Client scim;

    @BeforeAll
    void start() {
        gateway = Gateway.start(Map.of("SLUICE_SCIM_MAX_VALUES", "16"));
        scim = gateway.tenant("values");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void attributeOfANewUserHasAsManyValuesAsConfigured() {
        scim.post("/Users", user("sixteen", 16)).expect(201);

        Reply refused = scim.post("/Users", user("seventeen", 17)).expectError(400, "invalidValue");

        assertThat(refused.at("/detail")).contains("emails", "17", "16");
        assertThat(scim.get("/Users?filter=userName%20eq%20%22seventeen%22").at("/totalResults"))
                .isEqualTo("0");
    }

    @Test
    void soHasAReplacementAndAPatch() {
        String path =
                "/Users/" + scim.post("/Users", user("changed", 1)).expect(201).at("/id");

        scim.put(path, user("changed", 17)).expectError(400, "invalidValue");
        for (String op : new String[] {"add", "replace"}) {
            Reply refused = scim.patch(
                            path,
                            Bodies.patch("{\"op\":\"" + op + "\",\"path\":\"emails\",\"value\":" + emails(17) + "}"))
                    .expectError(400, "invalidValue");
            assertThat(refused.at("/detail")).contains("emails", "17", "16");
        }
        assertThat(scim.get(path).json().get("emails")).hasSize(1);
    }

    @Test
    void membersOfAGroupAreNotCounted() {
        String[] members = IntStream.range(0, 20)
                .mapToObj(i -> scim.post("/Users", Bodies.user("member" + i))
                        .expect(201)
                        .at("/id"))
                .toArray(String[]::new);

        Reply group = scim.post("/Groups", Bodies.group("large", members)).expect(201);

        assertThat(group.json().get("members")).hasSize(20);
    }

    @Test
    void withoutConfigurationAThousandAreAccepted() {
        try (Gateway standard = Gateway.start()) {
            Client other = standard.tenant("standard");
            other.post("/Users", user("thousand", 1_000)).expect(201);
            assertThat(other.post("/Users", user("more", 1_001))
                            .expectError(400, "invalidValue")
                            .at("/detail"))
                    .contains("emails", "1001", "1000");
        }
    }

    private static String user(String userName, int emails) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName
                + "\",\"emails\":" + emails(emails) + "}";
    }

    private static String emails(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"value\":\"m" + i + "@example.com\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
