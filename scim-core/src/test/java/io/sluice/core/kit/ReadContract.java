package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** GET of one resource. */
public abstract class ReadContract extends BackendContract {

    @Test
    void whatDoesNotExistIsNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "1", "", "no/such%00id", "ユーザー", "x".repeat(5_000))) {
            client().refused(ErrorKind.NOT_FOUND, client().requests().read(Fixtures.USER, id));
            client().refused(ErrorKind.NOT_FOUND, client().requests().read(Fixtures.GROUP, id));
        }
    }

    @Test
    void aUserIsNoGroupAndAGroupNoUser() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("g"));

        client().refused(ErrorKind.NOT_FOUND, client().requests().read(Fixtures.GROUP, user.id()));
        client().refused(ErrorKind.NOT_FOUND, client().requests().read(Fixtures.USER, group.id()));
    }

    @Test
    void anIdInAnotherCaseIsAnotherId() {
        StoredResource user = client().user(Fixtures.name("case"));
        String other = user.id().toUpperCase(Locale.ROOT);

        assertThat(client().exists(user)).isTrue();
        assertThat(client().send(client().requests().read(Fixtures.USER, other)) instanceof BackendReply.Stored)
                .isEqualTo(other.equals(user.id()));
    }

    @Test
    void membershipComesOnlyWhenItIsAskedFor() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("g"), user);

        assertThat(read(user, Include.NOTHING).membership()).isInstanceOf(Membership.None.class);
        assertThat(read(group, Include.NOTHING).membership()).isInstanceOf(Membership.None.class);
        assertThat(read(user, new Include(true, false)).membership()).isInstanceOf(Membership.InGroups.class);
        assertThat(read(group, new Include(false, true)).membership()).isInstanceOf(Membership.OfGroup.class);
    }

    @Test
    void aUserShowsTheGroupsItIsInDirectly() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource inner = client().group(Fixtures.name("Ínner"), user);
        StoredResource other = client().group(Fixtures.name("Other"), user);
        client().group(Fixtures.name("Outer"), inner);

        assertThat(BackendClient.groupsOf(client().read(user)).groups())
                .containsExactlyInAnyOrder(reference(inner), reference(other));
    }

    @Test
    void readingChangesNothing() {
        StoredResource user = client().user(Fixtures.name("still"));

        assertThat(client().read(user).version()).isEqualTo(client().read(user).version());
    }

    private StoredResource read(StoredResource resource, Include include) {
        return client().stored(
                        new BackendRequest.Read(client().requests().context(), resource.type(), resource.id(), include))
                .resource();
    }

    private static GroupReference reference(StoredResource group) {
        return new GroupReference(
                group.id(), Documents.of(group).path("displayName").textValue());
    }
}
