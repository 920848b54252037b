package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.resource.StoredResource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A write that is repeated with its operation id, because its reply was lost, is done once and answered the same. */
public abstract class IdempotencyContract extends BackendContract {

    @Test
    void aRepeatedCreateReturnsTheResourceThatWasMade() {
        BackendClient own = newTenant();
        Requests repeating = own.requests().repeating(OperationIds.next());
        String json = Fixtures.user("Once").toString();

        StoredResource first = own.stored(repeating.create(Fixtures.USER, json)).resource();
        StoredResource again = own.stored(repeating.create(Fixtures.USER, json)).resource();

        assertSame(first, again);
        assertThat(own.count(Fixtures.USER)).isEqualTo(1);
        assertThat(events(own)).hasSize(1);
    }

    @Test
    void aRepeatedCreateOfAGroupReturnsTheGroupThatWasMade() {
        BackendClient own = newTenant();
        StoredResource user = own.user("member");
        Requests repeating = own.requests().repeating(OperationIds.next());
        String json = Fixtures.group("Once", List.of(user)).toString();

        StoredResource first =
                own.stored(repeating.create(Fixtures.GROUP, json)).resource();
        StoredResource again =
                own.stored(repeating.create(Fixtures.GROUP, json)).resource();

        assertSame(first, again);
        assertThat(own.count(Fixtures.GROUP)).isEqualTo(1);
        assertThat(own.memberIds(first)).containsExactly(user.id());
    }

    @Test
    void createsRepeatedInParallelMakeOneResource() {
        BackendClient own = newTenant();
        Requests repeating = own.requests().repeating(OperationIds.next());
        BackendRequest.Create create = repeating.create(Fixtures.USER, Fixtures.user("Twice"));

        List<StoredResource> both = own.storedAll(List.of(create, create));

        assertSame(both.get(0), both.get(1));
        assertThat(own.count(Fixtures.USER)).isEqualTo(1);
        assertThat(events(own)).hasSize(1);
    }

    @Test
    void aRepeatedPatchIsAppliedOnce() {
        StoredResource user = client().user(Fixtures.name("p"));
        Requests repeating = client().requests().repeating(OperationIds.next());
        String operations = """
                {"op": "add", "path": "emails", "value": [{"value": "a@example.com"}]}""";

        BackendReply.Stored first = client().stored(repeating.patch(user, operations));
        BackendReply.Stored again = client().stored(repeating.patch(user, operations));

        assertSame(first.resource(), again.resource());
        assertThat(client().read(user).version()).isEqualTo(first.resource().version());
        assertThat(events(client(), user)).hasSize(2);
    }

    @Test
    void aRepeatedWriteWithIfMatchIsNotRefusedForItsOwnChange() {
        StoredResource user = client().user(Fixtures.name("p"));
        Requests repeating = client().requests().repeating(OperationIds.next());
        BackendRequest.Patch patch = Requests.ifMatch(
                repeating.patch(user, "{\"op\": \"add\", \"path\": \"title\", \"value\": \"Dr.\"}"), user.version());

        StoredResource first = client().stored(patch).resource();
        StoredResource again = client().stored(patch).resource();

        assertSame(first, again);
    }

    @Test
    void aRepeatedChangeOfMembersIsAppliedOnce() {
        List<StoredResource> users = client().users(Fixtures.names("m", 2));
        StoredResource group = client().group(Fixtures.name("g"), users.get(0));
        Requests repeating = client().requests().repeating(OperationIds.next());
        String operations = """
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(users.get(1).id());

        BackendReply.Stored first = client().stored(repeating.patch(group, operations));
        BackendReply.Stored again = client().stored(repeating.patch(group, operations));

        assertThat(again.resource().version()).isEqualTo(first.resource().version());
        assertThat(client().memberIds(group)).hasSize(2);
        assertThat(events(client(), group)).hasSize(2);
    }

    @Test
    void aRepeatedReplaceIsDoneOnce() {
        StoredResource user = client().user(Fixtures.name("p"));
        Requests repeating = client().requests().repeating(OperationIds.next());
        var body = Fixtures.user(Fixtures.name("renamed"));

        BackendReply.Stored first = client().stored(repeating.replace(user, body));
        BackendReply.Stored again = client().stored(repeating.replace(user, body));

        assertSame(first.resource(), again.resource());
        assertThat(events(client(), user)).hasSize(2);
    }

    @Test
    void aRepeatedDeleteIsDeletedNotNotFound() {
        StoredResource user = client().user(Fixtures.name("d"));
        BackendRequest.Delete delete =
                client().requests().repeating(OperationIds.next()).delete(user);

        assertThat(client().send(delete)).isInstanceOf(BackendReply.Deleted.class);
        assertThat(client().send(delete)).isInstanceOf(BackendReply.Deleted.class);
        assertThat(events(client(), user)).hasSize(2);
    }

    @Test
    void oneOperationIdInTwoTenantsMeansTwoOperations() {
        UUID operation = OperationIds.next();
        BackendClient one = newTenant();
        BackendClient two = newTenant();

        one.stored(one.requests().repeating(operation).create(Fixtures.USER, Fixtures.user("same")));
        two.stored(two.requests().repeating(operation).create(Fixtures.USER, Fixtures.user("same")));

        assertThat(one.count(Fixtures.USER)).isEqualTo(1);
        assertThat(two.count(Fixtures.USER)).isEqualTo(1);
    }

    private static void assertSame(StoredResource first, StoredResource again) {
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(Documents.of(again)).isEqualTo(Documents.of(first));
    }
}
