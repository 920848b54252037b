package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the key set of an issuer or a client may lie, as the gateway is configured unless somebody says otherwise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeySetAddressTest {

    private final Gateway gateway = Gateway.start();
    private final Client admin = gateway.admin();
    private String client = "";

    @BeforeAll
    void makeClient() {
        gateway.tenant("acme");
        client = admin.post("/tenants/acme/oauth-clients", "{\"idp\":\"entra\"}")
                .expect(201)
                .at("/id");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "localhost",
                "[::1]",
                "[::]",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "[fe80::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "2130706433",
                "0x7f000001",
                "0X7F.1",
                "017700000001",
                "0177.0.0.1",
                "0x7f.0x0.0x0.0x1",
                "127.0.0.1.",
                "0xa9fea9fe",
                "localhost.",
                "LOCALHOST",
                "keys.localhost",
                "keys.localhost.",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:127.0.0.1]",
                "127.1",
                "224.0.0.1"
            })
    void anAddressThatIsNotPublicIsRefusedAtRegistration(String host) {
        for (String port : List.of("", ":8443")) {
            JsonObject body = new JsonObject()
                    .put("issuer", "https://issuer.example")
                    .put("audience", "a")
                    .put("jwksUri", "https://" + host + port + "/");
            refused(admin.post("/tenants/acme/jwt-issuers", body.encode()));
            refused(admin.put(
                    "/tenants/acme/oauth-clients/" + client + "/federation",
                    body.put("subject", "s").encode()));
        }
        assertThat(admin.get("/tenants/acme/jwt-issuers").expect(200).json().at("/items"))
                .isEmpty();
    }

    /** Of the internet, so that what is refused above is refused for its address. Nothing is fetched at registration. */
    @Test
    void aPublicAddressIsTaken() {
        String issuer = admin.post(
                        "/tenants/acme/jwt-issuers",
                        "{\"issuer\":\"https://issuer.example\",\"audience\":\"b\",\"jwksUri\":\"https://8.8.8.8/keys\"}")
                .expect(201)
                .at("/id");
        admin.delete("/tenants/acme/jwt-issuers/" + issuer).expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.0.1", "1.2.3.4.5", "0x100000000", "keys.example.7", "099.1.1.1"})
    void aHostThatEndsInANumberAndIsNoAddressIsRefused(String host) {
        Reply reply = admin.post(
                "/tenants/acme/jwt-issuers",
                new JsonObject()
                        .put("issuer", "https://issuer.example")
                        .put("audience", "a")
                        .put("jwksUri", "https://" + host + "/")
                        .encode());
        assertThat(reply.expect(400).at("/detail")).startsWith("jwksUri is not acceptable: ");
    }

    private static void refused(Reply reply) {
        reply.expect(400);
        assertThat(reply.at("/detail"))
                .isEqualTo("jwksUri is not acceptable: its host resolves to an address that is not public.");
    }
}
