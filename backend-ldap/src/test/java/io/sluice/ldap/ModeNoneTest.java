package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Documents;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.InMemoryServer;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

/** A directory without our schema: what the mapping names is kept, the rest is refused. */
final class ModeNoneTest extends BackendContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        InMemoryServer server = InMemoryServer.start();
        return new LdapSetup(vertx, server, LdapSetup.settings(server).put("mode", "none"));
    }

    @Test
    void mappedAttributesComeBack() {
        ObjectNode body = Fixtures.user(Fixtures.name("ann"))
                .put("displayName", "Ann Ång")
                .put("title", "Chief");
        body.putObject("name").put("familyName", "Ång").put("givenName", "Ann");
        body.putArray("emails").addObject().put("value", "ann@example.com").put("type", "work");

        StoredResource created = client().create(Fixtures.USER, body);

        ObjectNode read = Documents.of(client().read(created));
        assertThat(read.path("userName")).isEqualTo(body.path("userName"));
        assertThat(read.path("title")).isEqualTo(body.path("title"));
        assertThat(read.at("/name/familyName").asText()).isEqualTo("Ång");
        assertThat(read.path("emails")).isEqualTo(body.path("emails"));
        assertThat(client().ids(Fixtures.USER, "emails[type eq \"work\" and value co \"ANN@\"]"))
                .containsExactly(created.id());
    }

    @Test
    void whatTheDirectoryHasNoPlaceForIsNamedAndRefused() {
        ObjectNode body = Fixtures.user(Fixtures.name("nick")).put("nickName", "Nick");

        assertThat(client().refused(ErrorKind.INVALID_VALUE, client().requests().create(Fixtures.USER, body)))
                .contains("nickName", "onUnmapped");
    }

    @Test
    void aDeactivationThatCannotBeKeptIsRefused() {
        StoredResource user = client().user(Fixtures.name("on"));

        client().refused(
                        ErrorKind.INVALID_VALUE,
                        client().requests()
                                .patch(user, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}"));
    }

    @Test
    void aGroupMayLoseItsLastMember() {
        StoredResource user = client().user(Fixtures.name("last"));
        StoredResource group = client().group(Fixtures.name("group"), user);

        client().patch(group, """
                {"op": "remove", "path": "members[value eq \\"%s\\"]"}""".formatted(user.id()));

        assertThat(client().memberIds(group)).isEmpty();
    }

    @Test
    void aChangedAttributeAndANewNameAreOneRequest() {
        StoredResource user = client().user(Fixtures.name("old"));
        String renamed = Fixtures.name("new");

        client().patch(user, """
                {"op": "replace", "path": "userName", "value": "%s"}, {"op": "add", "path": "title", "value": "Dr"}""".formatted(renamed));

        ObjectNode read = Documents.of(client().read(user));
        assertThat(read.path("userName").asText()).isEqualTo(renamed);
        assertThat(read.path("title").asText()).isEqualTo("Dr");
    }
}
