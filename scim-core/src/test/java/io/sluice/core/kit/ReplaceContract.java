package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PUT. */
public abstract class ReplaceContract extends BackendContract {

    @Test
    void whatIsAbsentIsClearedAndTheRestIsAsSent() {
        ObjectNode full = Fixtures.users().getFirst().deepCopy();
        StoredResource user = client().create(Fixtures.USER, full.put("userName", Fixtures.name("full")));
        ObjectNode slim = Fixtures.user(Fixtures.name("slim")).put("nickName", "σ");

        BackendReply.Stored reply = client().replace(user, slim);

        assertThat(reply.changed()).isTrue();
        assertThat(Documents.of(reply.resource())).isEqualTo(slim);
        assertThat(Documents.of(client().read(user))).isEqualTo(slim);
    }

    @Test
    void aChangeMakesANewVersionAndKeepsIdAndCreationTime() {
        StoredResource user = client().user(Fixtures.name("v"));

        StoredResource replaced =
                client().replace(user, Fixtures.user(Fixtures.name("w"))).resource();

        assertThat(replaced.id()).isEqualTo(user.id());
        assertThat(replaced.version()).isNotEqualTo(user.version());
        assertThat(replaced.created()).isEqualTo(user.created());
        assertThat(replaced.lastModified()).isAfterOrEqualTo(user.lastModified());
        assertThat(client().read(user).version()).isEqualTo(replaced.version());
    }

    @Test
    void noChangeMakesNoNewVersion() {
        JsonNode body = ((ObjectNode) Fixtures.users().get(3).deepCopy()).put("userName", Fixtures.name("same"));
        StoredResource user = client().create(Fixtures.USER, body);
        StoredResource group = client().group(Fixtures.name("same"), user);

        BackendReply.Stored sameUser = client().replace(user, body);
        BackendReply.Stored sameGroup = client().replace(group, Fixtures.group(displayName(group), List.of(user)));

        assertUnchanged(user, sameUser);
        assertUnchanged(group, sameGroup);
    }

    @Test
    void aUserNameMayChangeInItsCaseAlone() {
        String name = Fixtures.name("case-ß-ÅNG");
        StoredResource user = client().user(name);
        String upper = name.toUpperCase(Locale.ROOT);

        StoredResource replaced = client().replace(user, Fixtures.user(upper)).resource();

        assertThat(Documents.of(replaced).path("userName").textValue()).isEqualTo(upper);
    }

    @Test
    void aUserNameThatIsGivenUpIsFree() {
        String name = Fixtures.name("first");
        StoredResource user = client().user(name);
        client().replace(user, Fixtures.user(Fixtures.name("second")));

        assertThat(client().user(name).id()).isNotEqualTo(user.id());
    }

    @Test
    void aTakenUserNameIsRefusedAndNothingChanges() {
        String taken = Fixtures.name("taken");
        client().user(taken);
        StoredResource user = client().user(Fixtures.name("free"));

        client().refused(
                        ErrorKind.UNIQUENESS,
                        client().requests().replace(user, Fixtures.user(taken.toUpperCase(Locale.ROOT))));

        assertThat(client().read(user).version()).isEqualTo(user.version());
    }

    @Test
    void membersAreReplacedAsASet() {
        List<StoredResource> users = client().users(Fixtures.names("m", 4));
        StoredResource group = client().group(Fixtures.name("g"), users.get(0), users.get(1));
        String name = displayName(group);

        BackendReply.Stored reply =
                client().replace(group, Fixtures.group(name, List.of(users.get(1), users.get(2), users.get(3))));

        assertThat(reply.changed()).isTrue();
        assertThat(reply.resource().version()).isNotEqualTo(group.version());
        assertThat(client().memberIds(group))
                .containsExactlyInAnyOrder(
                        users.get(1).id(), users.get(2).id(), users.get(3).id());
    }

    @Test
    void withoutMembersTheGroupIsEmptied() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource group = client().group(Fixtures.name("g"), user);

        client().replace(group, Fixtures.group(displayName(group), List.of()));

        assertThat(client().memberIds(group)).isEmpty();
        assertThat(BackendClient.groupsOf(client().read(user)).groups()).isEmpty();
    }

    @Test
    void anUnknownMemberIsRefusedAndNothingChanges() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource group = client().group(Fixtures.name("g"), user);
        ObjectNode body = Fixtures.group(Fixtures.name("renamed"), List.of());
        String unknown = UUID.randomUUID().toString();
        body.withArray("members").addObject().put("value", unknown);

        String detail =
                client().refused(ErrorKind.INVALID_VALUE, client().requests().replace(group, body));

        assertThat(detail).contains(unknown);
        assertThat(client().read(group).version()).isEqualTo(group.version());
        assertThat(client().memberIds(group)).containsExactly(user.id());
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        StoredResource gone = client().user(Fixtures.name("gone"));
        client().delete(gone);
        StoredResource group = client().group(Fixtures.name("g"));
        StoredResource disguised = new StoredResource(
                Fixtures.USER,
                group.id(),
                group.version(),
                group.created(),
                group.lastModified(),
                group.attributes(),
                group.membership());
        ObjectNode body = Fixtures.user(Fixtures.name("anew"));

        client().refused(ErrorKind.NOT_FOUND, client().requests().replace(gone, body));
        client().refused(ErrorKind.NOT_FOUND, client().requests().replace(disguised, body));
    }

    private void assertUnchanged(StoredResource before, BackendReply.Stored reply) {
        assertThat(reply.changed()).isFalse();
        assertThat(reply.resource().version()).isEqualTo(before.version());
        assertThat(reply.resource().lastModified()).isEqualTo(before.lastModified());
        assertThat(client().read(before).version()).isEqualTo(before.version());
    }

    private static String displayName(StoredResource group) {
        return Documents.of(group).path("displayName").textValue();
    }
}
