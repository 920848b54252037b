package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrafficTest {

    private final Gateway gateway = Gateway.start();
    private final Client admin = gateway.admin();

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void aTenantOverItsLimitIsToldWhenToComeBack() {
        gateway.tenant("limited");
        admin.patch("/tenants/limited", "{\"rateLimit\":25}").expect(200);
        Client scim = new Client(
                gateway.url() + "/tenants/limited/scim/v2",
                gateway.token("limited", io.sluice.gateway.control.Idp.OKTA));

        List<Reply> replies = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> scim.get("/ServiceProviderConfig"))
                .toList();
        assertThat(replies.stream().filter(reply -> reply.status() == 200).count())
                .isGreaterThanOrEqualTo(25);
        Reply refused = replies.stream()
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow();
        refused.expectError(429, "");
        assertThat(refused.header("retry-after")).isEqualTo("1");
        assertThat(refused.header("ratelimit-policy")).isEqualTo("\"tenant\";q=25;w=1");
        assertThat(refused.header("ratelimit")).startsWith("\"tenant\";r=0");
    }

    @Test
    void aLimitBelowTheGuaranteeCannotBeSet() {
        gateway.tenant("guaranteed");
        admin.patch("/tenants/guaranteed", "{\"rateLimit\":24}").expect(400);
    }

    @Test
    void recentRequestsTellWhyAUserDidNotArrive() {
        Client scim = gateway.tenant("active");
        scim.post("/Users", Bodies.user("there")).expect(201);
        scim.post("/Users", "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"password\":\"hunter2\"}")
                .expect(400);

        Reply recent = admin.get("/tenants/active/activity?limit=10").expect(200);
        assertThat(recent.at("/items/0/route")).isEqualTo("/Users");
        assertThat(recent.at("/items/0/method")).isEqualTo("POST");
        assertThat(recent.at("/items/0/idp")).isEqualTo("entra");
        assertThat(recent.at("/items/0/status")).isEqualTo("400");
        assertThat(recent.at("/items/0/scimType")).isEqualTo("invalidValue");
        assertThat(recent.at("/items/0/reason")).contains("userName");
        assertThat(recent.at("/items/0/requestBody")).contains("\"password\":\"***\"");
        assertThat(recent.at("/items/1/status")).isEqualTo("201");
        assertThat(recent.json().at("/items/1/requestBody").isNull()).isTrue();
        assertThat(recent.text()).doesNotContain("hunter2", scim.credential());
        assertThat(admin.get("/tenants/active/activity?failures=true")
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void rulesThatFiredAreNamedWithTheirRequest() {
        Client scim = gateway.tenant("rules");
        scim.get("/Users?attributes=title&excludedAttributes=emails&filter=usrName%20eq%20%22x%22")
                .expect(200);
        scim.get("/Users?filter=userName%20eq%20%22x%22").expect(200);

        Reply recent = gateway.admin().get("/tenants/rules/activity?limit=2").expect(200);
        assertThat(recent.json().at("/items/0/rules")).isEmpty();
        assertThat(recent.json().at("/items/1/rules"))
                .extracting(rule -> rule.asText())
                .containsExactly("BOTH_ATTRIBUTE_LISTS", "UNKNOWN_IN_FILTER");
    }
}
