package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.LDAPException;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Documents;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.InMemoryServer;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The peculiarities of Active Directory, as far as they can be imitated. */
final class ActiveDirectoryTest extends BackendContract {

    private InMemoryServer server;

    @Override
    protected BackendSetup setup(Vertx vertx) {
        server = InMemoryServer.likeActiveDirectory();
        return new LdapSetup(
                vertx,
                server,
                LdapSetup.settings(server)
                        .put("mode", "none")
                        .put("preset", "ad")
                        .put("memberPage", 100));
    }

    @Test
    void aGroupWhoseMembersComeInRangesIsReadWholly() {
        List<StoredResource> users = IntStream.range(0, 8)
                .mapToObj(i -> user(client(), "member-" + i))
                .toList();
        StoredResource group = client().group(Fixtures.name("Group"), users.toArray(StoredResource[]::new));

        assertThat(client().memberIds(group))
                .containsExactlyInAnyOrderElementsOf(
                        users.stream().map(StoredResource::id).toList());

        client().patch(group, """
                {"op": "remove", "path": "members[value eq \\"%s\\"]"}""".formatted(users.get(6).id()));
        assertThat(client().memberIds(group))
                .hasSize(7)
                .doesNotContain(users.get(6).id());

        client().patch(group, "{\"op\": \"remove\", \"path\": \"members\"}");
        assertThat(client().memberIds(group)).isEmpty();
    }

    @Test
    void activeIsABitOfUserAccountControl() {
        BackendClient client = client();
        StoredResource on = user(client, "on");
        StoredResource off = user(client, "off");

        client.patch(off, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}");

        assertThat(Documents.of(client.read(off)).path("active").asBoolean(true))
                .isFalse();
        assertThat(entry(off, "userAccountControl")).isEqualTo("514".getBytes(StandardCharsets.UTF_8));
        assertThat(client.ids(Fixtures.USER, "active eq false")).containsExactly(off.id());
        assertThat(client.ids(Fixtures.USER, "active eq true")).containsExactly(on.id());
    }

    @Test
    void aPasswordIsWrittenAsActiveDirectoryWantsIt() {
        StoredResource user = client().create(Fixtures.USER, named("secret").put("password", "Otter7"));

        assertThat(entry(user, "unicodePwd")).isEqualTo("\"Otter7\"".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Documents.of(client().read(user)).has("password")).isFalse();
    }

    @Test
    void everyChangeIsANewVersionWithoutTheAssertionControl() {
        StoredResource user = user(client(), "version");

        client().patch(user, "{\"op\": \"add\", \"path\": \"title\", \"value\": \"Dr\"}");

        StoredResource read = client().read(user);
        assertThat(read.version()).isNotEqualTo(user.version());
        assertThat(Documents.of(read).path("title").asText()).isEqualTo("Dr");
    }

    private static StoredResource user(BackendClient client, String name) {
        return client.create(Fixtures.USER, named(name));
    }

    private static ObjectNode named(String name) {
        ObjectNode user = Fixtures.user(Fixtures.name(name)).put("active", true);
        user.putObject("name").put("familyName", "Family of " + name);
        return user;
    }

    private byte[] entry(StoredResource user, String attribute) {
        try {
            String name = Documents.of(user).path("userName").asText();
            return server.server()
                    .search(
                            io.sluice.ldap.server.DirectoryServer.SUFFIX,
                            com.unboundid.ldap.sdk.SearchScope.SUB,
                            "(userPrincipalName=" + name + ")")
                    .getSearchEntries()
                    .getFirst()
                    .getAttributeValueBytes(attribute);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
