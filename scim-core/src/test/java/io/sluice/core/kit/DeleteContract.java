package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import org.junit.jupiter.api.Test;

/** DELETE. */
public abstract class DeleteContract extends BackendContract {

    @Test
    void whatIsDeletedIsGone() {
        String name = Fixtures.name("gone");
        StoredResource user = client().user(name);

        client().delete(user);

        assertThat(client().exists(user)).isFalse();
        assertThat(client().ids(Fixtures.USER, "userName eq \"" + name + "\"")).isEmpty();
        client().refused(ErrorKind.NOT_FOUND, client().requests().delete(user));
    }

    @Test
    void aUserNameIsFreeAfterwardsAndTheIdIsNot() {
        String name = Fixtures.name("again");
        StoredResource first = client().user(name);
        client().delete(first);

        StoredResource second = client().user(name);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(client().exists(first)).isFalse();
    }

    @Test
    void aDeletedUserLeavesItsGroups() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource other = client().user(Fixtures.name("o"));
        StoredResource group = client().group(Fixtures.name("g"), user, other);
        StoredResource lonely = client().group(Fixtures.name("l"), user);

        client().delete(user);

        assertThat(client().memberIds(group)).containsExactly(other.id());
        assertThat(client().memberIds(lonely)).isEmpty();
    }

    @Test
    void aDeletedGroupLeavesItsMembersAndItsParents() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("g"), user);
        StoredResource parent = client().group(Fixtures.name("p"), group, user);

        client().delete(group);

        assertThat(BackendClient.groupsOf(client().read(user)).groups())
                .singleElement()
                .satisfies(reference -> assertThat(reference.value()).isEqualTo(parent.id()));
        assertThat(client().memberIds(parent)).containsExactly(user.id());
    }

    @Test
    void aUserIsNotDeletedAsAGroup() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource disguised = new StoredResource(
                Fixtures.GROUP,
                user.id(),
                user.version(),
                user.created(),
                user.lastModified(),
                user.attributes(),
                user.membership());

        client().refused(ErrorKind.NOT_FOUND, client().requests().delete(disguised));

        assertThat(client().exists(user)).isTrue();
    }
}
