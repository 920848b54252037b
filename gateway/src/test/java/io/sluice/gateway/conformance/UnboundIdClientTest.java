package io.sluice.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import com.unboundid.scim2.common.types.UserResource;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The client library of somebody else, which knows nothing of this service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnboundIdClientTest {

    private Gateway gateway;
    private jakarta.ws.rs.client.Client http;
    private ScimService scim;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        Client tenant = gateway.tenant("unboundid");
        ClientRequestFilter bearer =
                request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tenant.credential());
        http = ClientBuilder.newClient(new ClientConfig()
                .connectorProvider(new JavaNetHttpConnectorProvider())
                .register(bearer));
        scim = new ScimService(http.target(tenant.base()));
    }

    @AfterAll
    void stop() {
        http.close();
        gateway.close();
    }

    @Test
    void userIsCreatedReadReplacedPatchedAndDeleted() throws ScimException {
        UserResource created = scim.create("Users", user("ada"));
        assertThat(created.getId()).isNotEmpty();
        assertThat(created.getMeta().getLocation()).hasScheme("http");
        assertThat(scim.retrieve(created).getUserName()).isEqualTo("ada");

        created.setDisplayName("Ada Lovelace");
        UserResource replaced = scim.replace(created);
        assertThat(replaced.getDisplayName()).isEqualTo("Ada Lovelace");

        UserResource patched = scim.modifyRequest(replaced)
                .replaceValue("name.familyName", "King")
                .addOperation(PatchOperation.remove("emails[type eq \"home\"]"))
                .invoke(UserResource.class);
        assertThat(patched.getName().getFamilyName()).isEqualTo("King");
        assertThat(patched.getEmails()).extracting(Email::getType).containsExactly("work");

        scim.delete(patched);
        assertThatThrownBy(() -> scim.retrieve("Users", created.getId(), UserResource.class))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void usersAreSearched() throws ScimException {
        scim.create("Users", user("s1"));
        scim.create("Users", user("s2"));
        ListResponse<UserResource> found =
                scim.search("Users", Filter.sw("userName", "s").toString(), UserResource.class);
        assertThat(found.getResources()).extracting(UserResource::getUserName).containsExactlyInAnyOrder("s1", "s2");

        ListResponse<UserResource> page = scim.searchRequest("Users")
                .filter(Filter.eq("emails.value", "s2@work.example.com"))
                .attributes("userName")
                .page(1, 10)
                .invokePost(UserResource.class);
        assertThat(page.getTotalResults()).isEqualTo(1);
        assertThat(page.getResources().getFirst().getEmails()).isNullOrEmpty();
    }

    @Test
    void takenUserNameIsAConflict() throws ScimException {
        scim.create("Users", user("taken"));
        assertThatThrownBy(() -> scim.create("Users", user("TAKEN"))).isInstanceOf(ResourceConflictException.class);
    }

    @Test
    void groupGetsAndLosesAMember() throws ScimException {
        UserResource user = scim.create("Users", user("member"));
        GroupResource group = scim.create("Groups", new GroupResource().setDisplayName("Group"));
        scim.modifyRequest("Groups", group.getId())
                .addValues("members", new Member().setValue(user.getId()))
                .invoke(GroupResource.class);
        assertThat(scim.retrieve(group).getMembers())
                .extracting(Member::getValue)
                .containsExactly(user.getId());
        scim.modifyRequest("Groups", group.getId())
                .removeValues("members[value eq \"" + user.getId() + "\"]")
                .invoke(GroupResource.class);
        assertThat(scim.retrieve(group).getMembers()).isNullOrEmpty();
    }

    @Test
    void discoveryIsUnderstood() throws ScimException {
        ServiceProviderConfigResource config = scim.getServiceProviderConfig();
        assertThat(config.getPatch().isSupported()).isTrue();
        assertThat(scim.getSchemas().getTotalResults()).isGreaterThanOrEqualTo(3);
        assertThat(scim.getResourceTypes().getTotalResults()).isGreaterThanOrEqualTo(2);
        assertThat(scim.getResourceType("User").getName()).isEqualTo("User");
    }

    private static UserResource user(String name) {
        return new UserResource()
                .setUserName(name)
                .setName(new Name().setGivenName("Ada").setFamilyName("Lovelace"))
                .setEmails(List.of(
                        new Email().setValue(name + "@work.example.com").setType("work"),
                        new Email().setValue(name + "@home.example.com").setType("home")));
    }
}
