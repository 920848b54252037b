package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import org.junit.jupiter.api.Test;

/** A semicolon in a query stands for itself: only an ampersand separates parameters. */
final class SemicolonTest {

    @Test
    void itIsPartOfAValue() {
        try (Gateway gateway = Gateway.start()) {
            Client scim = gateway.tenant("mine");
            for (String name : new String[] {"a;b", "a"}) {
                scim.post("/Users", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s"}""".formatted(name)).expect(201);
            }

            assertThat(scim.get("/Users?filter=userName%20eq%20%22a;b%22")
                            .expect(200)
                            .at("/Resources/0/userName"))
                    .isEqualTo("a;b");
            scim.get("/Users?filter=userName%20eq%20%22a%22;x=1").expectError(400, "invalidFilter");
            scim.get("/Users?count=1;startIndex=2").expectError(400, "invalidValue");
            gateway.admin().delete("/tenants/mine?confirm=mine;").expect(400);
            scim.get("/Users").expect(200);
        }
    }
}
