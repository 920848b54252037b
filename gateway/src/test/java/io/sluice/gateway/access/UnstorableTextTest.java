package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no store can hold is the client's mistake, and must not look as if the store were down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class UnstorableTextTest {

    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    private Gateway gateway;
    private Client admin;
    private Client root;

    protected Gateway start() {
        return Gateway.start();
    }

    @BeforeAll
    void open() {
        gateway = start();
        admin = gateway.admin();
        root = new Client(gateway.url(), "");
        gateway.tenant("texts");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants?cursor=%00",
                "/tenants/texts/audit?actor=%00",
                "/tenants/texts/audit?action=a%00b",
                "/tenants/texts/audit?target=%00",
                "/tenants/texts/audit?cursor=%00",
                "/tenants/texts/audit?cursor=nonsense",
                "/tenants/texts/users?q=%00",
                "/tenants/texts/users?externalId=%00",
                "/tenants/texts/users?cursor=%00",
                "/tenants/texts/users?cursor=nonsense",
                "/tenants/texts/groups?q=%00",
                "/tenants/texts/activity?idp=%00&limit=x"
            })
    void isABadRequestInAQuery(String path) {
        assertThat(admin.get(path).status()).as(path).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants/%00",
                "/tenants/a%00b/audit",
                "/tenants/%00/tokens",
                "/tenants/%00/oauth-clients",
                "/tenants/%00/jwt-issuers",
                "/tenants/texts/users/%00",
                "/tenants/..%2ftexts",
                "/tenants/" + "x",
                "/administrators/%00/keys"
            })
    void isNotFoundInAPath(String path) {
        assertThat(admin.get(path).status()).as(path).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants/texts/tokens/%00",
                "/tenants/texts/oauth-clients/%00",
                "/tenants/texts/oauth-clients/x/secrets/%00",
                "/tenants/texts/jwt-issuers/%00",
                "/tenants/texts/jwt-issuers/x",
                "/tenants/texts/attributes/%00",
                "/administrators/%00"
            })
    void isNotFoundWhereSomethingIsRemoved(String path) {
        assertThat(admin.delete(path).status()).as(path).isEqualTo(404);
    }

    @Test
    void isAnUnknownClientAtTheTokenEndpoint() {
        String form = "grant_type=client_credentials&client_secret=x&client_id=";
        assertThat(root.post("/oauth2/token", form + "a%00b", FORM).status()).isEqualTo(401);
        assertThat(root.post("/oauth2/token", form + "%ED%A0%80", FORM).status())
                .isEqualTo(401);
        assertThat(root.post("/oauth2/token", "grant_type=%00&client_id=a&client_secret=%00", FORM)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void isNoIssuerOfAToken() {
        String header = encode("{\"alg\":\"ES256\",\"kid\":\"k\\u0000\",\"typ\":\"at+jwt\"}");
        String claims = encode("{\"iss\":\"a\\u0000b\",\"aud\":\"x\",\"exp\":9999999999}");
        String token = header + "." + claims + "." + encode("x".repeat(64));
        assertThat(root.as(token).get("/scim/v2/Users").status()).isEqualTo(401);
    }

    @Test
    void isAWrongPasswordAtTheLogin() {
        var answer = root.post("/portal/login", "name=ad%00min&password=x%00", new String[] {
            "Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin"
        });
        assertThat(answer.status()).isEqualTo(401);
    }

    private static String encode(String text) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
