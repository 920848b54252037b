package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdministratorsTest {

    private final Gateway gateway = Gateway.start();
    private final Client operator = gateway.admin();

    @BeforeAll
    void makeTenants() {
        gateway.tenant("mine");
        gateway.tenant("theirs");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void aTenantAdministratorSeesTheirTenantsAlone() {
        Client admin = keyOf("ada", "\"role\":\"tenant-admin\",\"tenants\":[\"mine\"]");

        admin.get("/tenants/mine").expect(200);
        admin.get("/tenants/theirs").expect(404);
        admin.get("/tenants/theirs/tokens").expect(404);
        admin.post("/tenants/theirs/oauth-clients", "{\"idp\":\"entra\"}").expect(404);
        assertThat(admin.get("/tenants").expect(200).json().at("/items")).hasSize(1);
        admin.post("/tenants/mine/tokens", "{\"idp\":\"okta\"}").expect(201);
    }

    @Test
    void aTenantAdministratorCannotDoAnOperatorsWork() {
        Client admin = keyOf("grace", "\"role\":\"tenant-admin\",\"tenants\":[\"mine\"]");

        admin.post("/tenants", "{\"id\":\"new\"}").expect(403);
        admin.patch("/tenants/mine", "{\"provisioningEnabled\":false}").expect(403);
        admin.patch("/tenants/mine", "{\"auditRetentionDays\":1}").expect(403);
        admin.get("/administrators").expect(403);
        admin.post("/administrators", "{\"name\":\"x\",\"role\":\"operator\"}").expect(403);
    }

    @Test
    void aRemovedKeyIsRefused() {
        operator.post("/administrators", "{\"name\":\"joan\",\"role\":\"operator\"}")
                .expect(201);
        Reply key =
                operator.post("/administrators/joan/keys", "{\"name\":\"ci\"}").expect(201);
        operator.delete("/administrators/joan/keys/" + key.at("/id")).expect(204);

        operator.as(key.at("/key")).get("/tenants").expect(401);
    }

    @Test
    void anAdministratorChangesTheirPassword() {
        operator.post(
                        "/administrators",
                        "{\"name\":\"mary\",\"role\":\"operator\",\"password\":\"a first long sentence\"}")
                .expect(201);
        String path = "/administrators/mary/password";

        operator.post(path, "{\"current\":\"wrong\",\"new\":\"a second long sentence\"}")
                .expect(400);
        operator.post(path, "{\"current\":\"a first long sentence\",\"new\":\"short\"}")
                .expect(400);
        operator.post(path, "{\"current\":\"a first long sentence\",\"new\":\"a second long sentence\"}")
                .expect(204);
    }

    private Client keyOf(String name, String role) {
        operator.post("/administrators", "{\"name\":\"" + name + "\"," + role + "}")
                .expect(201);
        return operator.as(operator.post("/administrators/" + name + "/keys", "{\"name\":\"ci\"}")
                .expect(201)
                .at("/key"));
    }
}
