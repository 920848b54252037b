package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import org.junit.jupiter.api.Test;

final class AccessTest extends OneTenant {

    @Test
    void everyRefusedCredentialGetsTheSameAnswer() {
        String other = gateway.tenant("theirs").credential();
        String removed = gateway.token("mine", Idp.OKTA);
        String id = gateway.admin().get("/tenants/mine/tokens").at("/items/0/id");
        gateway.admin().delete("/tenants/mine/tokens/" + id).expect(204);
        Reply unknown = scim.as("slc_unknown").get("/Users").expectError(401, "");
        for (String credential : new String[] {other, removed, Gateway.ADMIN_TOKEN}) {
            Reply refused = scim.as(credential).get("/Users").expectError(401, "");
            assertThat(refused.text()).isEqualTo(unknown.text());
            assertThat(refused.header("www-authenticate")).isEqualTo("Bearer realm=\"scim\", error=\"invalid_token\"");
        }
    }

    @Test
    void missingCredentialIsChallenged() {
        Reply reply = scim.as("").get("/Users").expectError(401, "");
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer realm=\"scim\"");
        scim.as("").get("/Users", "Authorization", "Basic YTpi").expectError(401, "");
        scim.as("").get("/Users", "Authorization", "non-token").expectError(401, "");
    }

    @Test
    void tenantIsTakenFromTheCredentialWhereThePathNamesNone() {
        String id = scim.post("/Users", Bodies.user("shared")).expect(201).at("/id");
        Client plain = scim.at(gateway.url() + "/scim/v2");
        Reply read = plain.get("/Users/" + id).expect(200);
        assertThat(read.at("/meta/location")).isEqualTo(gateway.url() + "/scim/v2/Users/" + id);
        Client stranger = gateway.tenant("stranger");
        stranger.get("/Users/" + id).expectError(404, "");
        stranger.at(scim.base()).get("/Users/" + id).expectError(401, "");
    }

    @Test
    void deactivatedTokenIsRefusedAndActivatedAgainServed() {
        Client tenant = gateway.tenant("states");
        String id = gateway.admin().get("/tenants/states/tokens").at("/items/0/id");
        tenant.get("/Users").expect(200);
        gateway.admin()
                .patch("/tenants/states/tokens/" + id, "{\"state\":\"inactive\"}")
                .expect(200);
        tenant.get("/Users").expectError(401, "");
        gateway.admin()
                .patch("/tenants/states/tokens/" + id, "{\"state\":\"active\"}")
                .expect(200);
        tenant.get("/Users").expect(200);
    }

    @Test
    void renewedTokenReplacesTheOldOne() {
        Client tenant = gateway.tenant("renewed");
        String id = gateway.admin().get("/tenants/renewed/tokens").at("/items/0/id");
        Reply renewed = gateway.admin()
                .post("/tenants/renewed/tokens/" + id + "/renew", "{}")
                .expect(200);
        tenant.get("/Users").expectError(401, "");
        tenant.as(renewed.at("/token")).get("/Users").expect(200);
        Reply overlapping = gateway.admin()
                .post("/tenants/renewed/tokens/" + id + "/renew", "{\"overlapMinutes\":60}")
                .expect(200);
        tenant.as(renewed.at("/token")).get("/Users").expect(200);
        tenant.as(overlapping.at("/token")).get("/Users").expect(200);
    }

    @Test
    void switchedOffTenantIsForbidden() {
        Client tenant = gateway.tenant("off");
        gateway.admin().patch("/tenants/off", "{\"provisioningEnabled\":false}").expect(200);
        tenant.get("/Users").expectError(403, "");
        gateway.admin().patch("/tenants/off", "{\"provisioningEnabled\":true}").expect(200);
        tenant.get("/Users").expect(200);
    }

    @Test
    void thirdTokenOfAConnectionIsRefused() {
        gateway.tenant("three");
        gateway.admin().post("/tenants/three/tokens", "{\"idp\":\"entra\"}").expect(201);
        gateway.admin().post("/tenants/three/tokens", "{\"idp\":\"entra\"}").expect(409);
        gateway.admin().post("/tenants/three/tokens", "{\"idp\":\"okta\"}").expect(201);
    }
}
