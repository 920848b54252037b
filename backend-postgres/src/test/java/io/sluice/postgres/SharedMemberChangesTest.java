package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.OperationIds;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes of members that share a statement: each is answered, versioned and audited as if it had been alone. */
class SharedMemberChangesTest extends BackendContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }

    @Test
    void eachHasItsOwnVersionAndItsOwnAuditEvent() {
        List<StoredResource> users = client().users(Fixtures.names("u", 30));
        StoredResource group = client().group(Fixtures.name("g"), users.get(0), users.get(1));
        List<BackendRequest.Patch> patches = new ArrayList<>();
        patches.add(change("remove", group, users.get(0)));
        users.subList(2, 30).forEach(user -> patches.add(change("add", group, user)));
        patches.add(change("remove", group, users.get(1)));

        List<StoredResource> patched = client().storedAll(patches);

        long before = Long.parseLong(group.version());
        assertThat(patched)
                .extracting(StoredResource::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, patches.size())
                        .mapToObj(i -> Long.toString(before + i))
                        .toList());
        StoredResource after = client().read(group);
        assertThat(after.version()).isEqualTo(patched.getLast().version());
        assertThat(after.lastModified()).isEqualTo(patched.getLast().lastModified());
        List<AuditEvent> events = events(client(), group);
        assertThat(events).hasSize(1 + patches.size());
        for (BackendRequest.Patch patch : patches) {
            assertThat(events)
                    .filteredOn(event ->
                            event.id().equals(patch.context().operationId().toString()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.changes().toString())
                            .contains(
                                    patch.plan().members().getFirst().toString().contains("Add") ? "new" : "old"));
        }
    }

    @Test
    void oneThatNamesNobodyFailsAlone() {
        List<StoredResource> users = client().users(Fixtures.names("u", 10));
        StoredResource group = client().group(Fixtures.name("g"));
        StoredResource gone = client().user(Fixtures.name("gone"));
        client().delete(gone);
        List<BackendRequest> patches = new ArrayList<>();
        users.forEach(user -> patches.add(change("add", group, user)));
        patches.add(5, change("add", group, gone));

        List<BackendReply> replies = client().sendAll(patches);

        assertThat(replies.get(5))
                .isInstanceOfSatisfying(
                        BackendReply.Failed.class,
                        failed -> assertThat(failed.error().detail()).contains(gone.id()));
        assertThat(replies).filteredOn(BackendReply.Stored.class::isInstance).hasSize(10);
        assertThat(client().memberIds(group)).hasSize(10);
        assertThat(events(client(), group)).hasSize(11);
    }

    @Test
    void changesOfSeveralGroupsAreKeptApart() {
        List<StoredResource> users = client().users(Fixtures.names("u", 10));
        StoredResource one = client().group(Fixtures.name("one"));
        StoredResource two = client().group(Fixtures.name("two"), users.toArray(StoredResource[]::new));
        List<BackendRequest.Patch> patches = new ArrayList<>();
        users.forEach(user -> {
            patches.add(change("add", one, user));
            patches.add(change("remove", two, user));
        });

        List<StoredResource> patched = client().storedAll(patches);

        assertThat(patched.get(18).version()).isEqualTo("11");
        assertThat(patched.get(19).version()).isEqualTo("11");
        assertThat(client().memberIds(one)).hasSize(10);
        assertThat(client().memberIds(two)).isEmpty();
    }

    @Test
    void whatChangesNothingHasTheVersionThatItFound() {
        List<StoredResource> users = client().users(Fixtures.names("u", 2));
        StoredResource group = client().group(Fixtures.name("g"), users.get(0));

        List<BackendReply> replies = client().sendAll(List.of(
                change("add", group, users.get(0)),
                change("add", group, users.get(1)),
                change("add", group, users.get(1))));

        assertThat(replies)
                .map(reply -> ((BackendReply.Stored) reply).changed())
                .containsExactly(false, true, false);
        assertThat(replies)
                .map(reply -> ((BackendReply.Stored) reply).resource().version())
                .containsExactly("1", "2", "2");
        assertThat(events(client(), group)).hasSize(2);
    }

    /** A reply that was lost must not undo what others did since. */
    @Test
    void aRepetitionIsRecognisedAlsoWhenOthersCameInBetween() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("g"));
        UUID operation = OperationIds.next();
        BackendRequest.Patch add = client().requests().repeating(operation).patch(group, operations("add", user));
        client().stored(add);
        client().stored(change("remove", group, user));

        BackendReply.Stored again = client().stored(add);

        assertThat(again.changed()).isTrue();
        assertThat(client().memberIds(group)).isEmpty();
        assertThat(events(client(), group)).hasSize(3);
    }

    @Test
    void aChangeOfAttributesInBetweenKeepsItsPlace() {
        List<StoredResource> users = client().users(Fixtures.names("u", 20));
        StoredResource group = client().group(Fixtures.name("g"));
        List<BackendRequest.Patch> patches = new ArrayList<>();
        users.forEach(user -> patches.add(change("add", group, user)));
        patches.add(
                10,
                client().requests()
                        .patch(group, "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"Half way\"}"));

        List<StoredResource> patched = client().storedAll(patches);

        assertThat(patched)
                .extracting(StoredResource::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, 22).mapToObj(Integer::toString).toList());
        assertThat(client().memberIds(group)).hasSize(20);
    }

    /** Without the members in the answer, which would be read anew. */
    private BackendRequest.Patch change(String op, StoredResource group, StoredResource member) {
        BackendRequest.Patch patch = client().requests().patch(group, operations(op, member));
        return new BackendRequest.Patch(
                patch.context(),
                patch.type(),
                patch.id(),
                patch.plan(),
                patch.precondition(),
                io.sluice.core.resource.Include.NOTHING);
    }

    private static String operations(String op, StoredResource member) {
        return op.equals("add")
                ? "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"" + member.id() + "\"}]}"
                : "{\"op\": \"remove\", \"path\": \"members[value eq \\\"" + member.id() + "\\\"]\"}";
    }
}
