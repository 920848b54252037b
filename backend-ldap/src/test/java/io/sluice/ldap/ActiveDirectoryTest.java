package io.sluice.ldap;

import static com.unboundid.ldap.sdk.ModificationType.ADD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Documents;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.InMemoryServer;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The peculiarities of Active Directory, as far as they can be imitated. */
final class ActiveDirectoryTest extends BackendContract {

    /** More than the 1,500 that one answer has at most. */
    private static final int COMPUTERS = 1_600;

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
    void aGroupWhoseMembersComeInRangesIsReadWholly() throws LDAPException {
        StoredResource first = user(client(), "first");
        StoredResource last = user(client(), "last");
        StoredResource group = client().group(Fixtures.name("Group"), first);
        String[] computers = IntStream.range(0, COMPUTERS)
                .mapToObj(i -> "cn=pc-" + i + ",cn=computers," + DirectoryServer.SUFFIX)
                .toArray(String[]::new);
        server.server().modify(entry("cn", group, "displayName").getDN(), new Modification(ADD, "member", computers));
        client().patch(group, """
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(last.id()));

        assertThat(client().memberIds(group)).containsExactlyInAnyOrder(first.id(), last.id());
        assertThat(entry("cn", group, "displayName").getAttribute("member").getValues())
                .hasSize(COMPUTERS + 2);

        client().patch(group, """
                {"op": "remove", "path": "members[value eq \\"%s\\"]"}""".formatted(last.id()));
        assertThat(client().memberIds(group)).containsExactly(first.id());

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
        assertThat(value(off, "userAccountControl")).isEqualTo("514".getBytes(StandardCharsets.UTF_8));
        assertThat(client.ids(Fixtures.USER, "active eq false")).containsExactly(off.id());
        assertThat(client.ids(Fixtures.USER, "active eq true")).containsExactly(on.id());
    }

    @Test
    void aPasswordIsWrittenAsActiveDirectoryWantsIt() {
        StoredResource user = client().create(Fixtures.USER, named("secret").put("password", "Otter7"));

        assertThat(value(user, "unicodePwd")).isEqualTo("\"Otter7\"".getBytes(StandardCharsets.UTF_16LE));
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

    private byte[] value(StoredResource user, String attribute) {
        return entry("userPrincipalName", user, "userName").getAttributeValueBytes(attribute);
    }

    private SearchResultEntry entry(String ldap, StoredResource resource, String scim) {
        try {
            String name = Documents.of(resource).path(scim).asText();
            return server.server()
                    .search(DirectoryServer.SUFFIX, SearchScope.SUB, Filter.createEqualityFilter(ldap, name))
                    .getSearchEntries()
                    .getFirst();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
