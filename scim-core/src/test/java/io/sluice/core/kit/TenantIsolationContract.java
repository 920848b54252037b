package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one tenant has, another never sees, finds, changes or collides with. */
public abstract class TenantIsolationContract extends BackendContract {

    @Test
    void anotherTenantsResourceIsNotFound() {
        BackendClient owner = newTenant();
        BackendClient other = newTenant();
        StoredResource user = owner.user("secret");

        other.refused(ErrorKind.NOT_FOUND, other.requests().read(Fixtures.USER, user.id()));
        other.refused(ErrorKind.NOT_FOUND, other.requests().delete(user));
        other.refused(ErrorKind.NOT_FOUND, other.requests().replace(user, Fixtures.user("stolen")));
        other.refused(
                ErrorKind.NOT_FOUND,
                other.requests().patch(user, "{\"op\": \"add\", \"path\": \"title\", \"value\": \"Thief\"}"));

        assertThat(owner.read(user).version()).isEqualTo(user.version());
    }

    @Test
    void searchesFindTheOwnResourcesOnly() {
        BackendClient one = newTenant();
        BackendClient two = newTenant();
        StoredResource first = one.user("same.name");
        StoredResource second = two.user("same.name");
        two.group("Group of two", second);

        assertThat(one.ids(Fixtures.USER, "userName eq \"same.name\"")).containsExactly(first.id());
        assertThat(two.ids(Fixtures.USER, "userName pr or title eq \"x\"")).containsExactly(second.id());
        assertThat(one.ids(Fixtures.USER, "id eq \"" + second.id() + "\"")).isEmpty();
        assertThat(one.count(Fixtures.GROUP)).isZero();
    }

    @Test
    void anotherTenantsUserCannotBeAMember() {
        BackendClient owner = newTenant();
        BackendClient other = newTenant();
        StoredResource user = owner.user("secret");
        StoredResource group = other.group("Group");

        String onPatch =
                other.refused(ErrorKind.INVALID_VALUE, other.requests().patch(group, """
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(user.id())));
        String onCreate = other.refused(
                ErrorKind.INVALID_VALUE, other.requests().create(Fixtures.GROUP, Fixtures.group("New", List.of(user))));

        assertThat(onPatch).contains(user.id());
        assertThat(onCreate).contains(user.id());
        assertThat(BackendClient.groupsOf(owner.read(user)).groups()).isEmpty();
    }

    @Test
    void membersOfAnotherTenantsGroupAreNotFound() {
        BackendClient owner = newTenant();
        BackendClient other = newTenant();
        StoredResource user = owner.user("m");
        StoredResource group = owner.group("g", user);

        other.refused(ErrorKind.NOT_FOUND, other.requests().members(group.id(), "0", 10));
        other.refused(
                ErrorKind.NOT_FOUND, other.requests().patch(group, "{\"op\": \"remove\", \"path\": \"members\"}"));

        assertThat(owner.memberIds(group)).containsExactly(user.id());
    }

    @Test
    void theNumberOfATenantCountsNotItsSlug() {
        BackendClient owner = newTenant();
        StoredResource user = owner.user("old");
        TenantId namesake =
                new TenantId(owner.tenant().slug(), newTenant().tenant().number());
        BackendClient anew = new BackendClient(loop(), backend(), Requests.of(namesake));

        anew.refused(ErrorKind.NOT_FOUND, anew.requests().read(Fixtures.USER, user.id()));
        assertThat(anew.count(Fixtures.USER)).isZero();
    }

    @Test
    void aPurgeRemovesEverythingOfItsTenantAndNothingElse() {
        BackendClient gone = newTenant();
        BackendClient stays = newTenant();
        StoredResource user = gone.user("u");
        gone.group("g", user);
        StoredResource other = stays.user("u");
        int events = events(gone).size();

        assertThat(gone.send(gone.requests().purge())).isInstanceOf(BackendReply.Deleted.class);

        assertThat(gone.count(Fixtures.USER)).isZero();
        assertThat(gone.count(Fixtures.GROUP)).isZero();
        assertThat(gone.exists(user)).isFalse();
        assertThat(stays.exists(other)).isTrue();
        assertThat(events(gone)).hasSizeGreaterThanOrEqualTo(events);
        assertThat(gone.send(gone.requests().purge())).isInstanceOf(BackendReply.Deleted.class);
        assertThat(gone.user("u").id()).isNotEqualTo(user.id());
    }

    @Test
    void theTrailOfOneTenantSaysNothingOfAnother() {
        BackendClient one = newTenant();
        BackendClient two = newTenant();
        one.user("u");

        assertThat(events(two)).isEmpty();
        assertThat(events(one)).hasSize(1);
    }
}
