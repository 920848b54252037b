package io.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.sluice.postgres.server.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What an administrator changes on one node holds on the other without a restart. */
final class CustomAttributesOnEveryNodeTest {

    private static final String URN = "urn:ietf:params:scim:schemas:extension:ivanti:2.0:User";
    private static final String USER = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"" + URN
            + "\"],\"userName\":\"ada\",\"" + URN + "\":{\"badge\":\"B-1\"}}";

    @Test
    void anAttributeMadeOnOneNodeIsKnownToTheOther() {
        TestDatabase database = TestDatabase.create();
        try (Gateway first = OverPostgres.start(database, Map.of());
                Gateway second = OverPostgres.start(database, Map.of())) {
            Client onFirst = first.tenant("acme");
            Client onSecond = onFirst.at(second.url() + "/tenants/acme/scim/v2");
            onSecond.get("/Users?count=0").expect(200);
            assertThat(onSecond.get("/Schemas/" + URN).text()).doesNotContain("badge");

            first.admin()
                    .post("/tenants/acme/attributes", "{\"name\":\"badge\",\"type\":\"string\"}")
                    .expect(201);
            within(() -> onSecond.get("/Schemas/" + URN).text().contains("badge"));
            Reply made = onSecond.post("/Users", USER).expect(201);
            assertThat(made.json().path(URN).path("badge").asText()).isEqualTo("B-1");
            assertThat(onFirst.get("/Users?filter=" + URN.replace(":", "%3A") + "%3Abadge%20eq%20%22B-1%22")
                            .expect(200)
                            .at("/totalResults"))
                    .isEqualTo("1");

            first.admin().delete("/tenants/acme/attributes/badge").expect(204);
            within(() -> !onSecond.get("/Schemas/" + URN).text().contains("badge"));

            second.admin()
                    .patch("/tenants/acme", "{\"provisioningEnabled\":false}")
                    .expect(200);
            within(() -> onFirst.get("/Users?count=0").status() == 403);
        }
    }

    /** A request that is sent a second after the change sees it, however long its answer takes on a busy machine. */
    private static void within(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(1));
        Instant sent = Instant.now();
        while (!condition.getAsBoolean()) {
            assertThat(sent).as("the other node still has the old settings").isBefore(deadline);
            sent = Instant.now();
        }
    }
}
