package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.resource.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writes that are in flight together lose nothing, and those of one resource keep their order. */
public abstract class ConcurrencyContract extends BackendContract {

    private static final List<String> ATTRIBUTES = List.of(
            "displayName",
            "nickName",
            "title",
            "userType",
            "preferredLanguage",
            "locale",
            "timezone",
            "externalId",
            "name.familyName",
            "name.givenName",
            "name.middleName",
            "name.honorificPrefix",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter");

    @Test
    void parallelAddsOfMembersLoseNone() {
        List<StoredResource> users = client().users(Fixtures.names("m", 40));
        StoredResource group = client().group(Fixtures.name("g"));

        client().storedAll(users.stream()
                .map(user -> client().requests().patch(group, add(user)))
                .toList());

        assertThat(client().memberIds(group)).containsExactlyInAnyOrderElementsOf(ids(users));
    }

    @Test
    void parallelAddsAndRemovesOfMembersLoseNone() {
        List<StoredResource> stay = client().users(Fixtures.names("s", 10));
        List<StoredResource> leave = client().users(Fixtures.names("l", 20));
        List<StoredResource> come = client().users(Fixtures.names("c", 20));
        List<StoredResource> before = new ArrayList<>(stay);
        before.addAll(leave);
        StoredResource group = client().group(Fixtures.name("g"), before.toArray(StoredResource[]::new));
        List<BackendRequest.Patch> patches = new ArrayList<>();
        for (int i = 0; i < leave.size(); i++) {
            patches.add(client().requests().patch(group, remove(leave.get(i))));
            patches.add(client().requests().patch(group, add(come.get(i))));
        }

        client().storedAll(patches);

        List<String> expected = new ArrayList<>(ids(stay));
        expected.addAll(ids(come));
        assertThat(client().memberIds(group)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void oneMemberAddedInParallelIsThereOnce() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource group = client().group(Fixtures.name("g"));

        client().storedAll(IntStream.range(0, 16)
                .mapToObj(i -> client().requests().patch(group, add(user)))
                .toList());

        assertThat(client().memberIds(group)).containsExactly(user.id());
        assertThat(events(client(), group)).hasSize(2);
    }

    @Test
    void parallelPatchesOfOneUserLoseNone() {
        StoredResource user = client().user(Fixtures.name("busy"));

        List<StoredResource> patched = client().storedAll(ATTRIBUTES.stream()
                .map(attribute -> client().requests().patch(user, replace(attribute, "of " + attribute)))
                .toList());

        ObjectNode document = Documents.of(client().read(user));
        assertThat(ATTRIBUTES)
                .allSatisfy(attribute -> assertThat(document.toString()).contains("\"of " + attribute + "\""));
        assertThat(patched).extracting(StoredResource::version).doesNotHaveDuplicates();
        assertThat(events(client(), user)).hasSize(1 + ATTRIBUTES.size());
    }

    @Test
    void writesOfOneResourceTakeEffectInTheOrderInWhichTheyWereHandedOver() {
        StoredResource user = client().user(Fixtures.name("ordered"));
        List<String> titles = IntStream.range(0, 20).mapToObj(i -> "title " + i).toList();

        List<StoredResource> patched = client().storedAll(titles.stream()
                .map(title -> client().requests().patch(user, replace("title", title)))
                .toList());

        assertThat(patched)
                .extracting(resource -> Documents.of(resource).path("title").textValue())
                .containsExactlyElementsOf(titles);
        assertThat(Documents.of(client().read(user)).path("title").textValue()).isEqualTo(titles.getLast());
        assertThat(client().read(user).version()).isEqualTo(patched.getLast().version());
    }

    @Test
    void memberChangesOfOneGroupTakeEffectInOrder() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource group = client().group(Fixtures.name("g"));

        client().storedAll(IntStream.range(0, 21)
                .mapToObj(i -> client().requests().patch(group, i % 2 == 0 ? add(user) : remove(user)))
                .toList());

        assertThat(client().memberIds(group)).containsExactly(user.id());
    }

    @Test
    void membersAddedWhileTheyAreDeletedLeaveNoTrace() {
        List<StoredResource> users = client().users(Fixtures.names("m", 12));
        StoredResource group = client().group(Fixtures.name("g"));
        List<BackendRequest> race = new ArrayList<>();
        for (StoredResource user : users) {
            race.add(client().requests().patch(group, add(user)));
            race.add(client().requests().delete(user));
        }

        client().sendAll(race);

        assertThat(users).noneMatch(client()::exists);
        assertThat(client().memberIds(group)).isEmpty();
    }

    private static String replace(String path, String value) {
        return """
                {"op": "replace", "path": "%s", "value": "%s"}""".formatted(path, value);
    }

    private static String add(StoredResource member) {
        return """
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(member.id());
    }

    private static String remove(StoredResource member) {
        return """
                {"op": "remove", "path": "members[value eq \\"%s\\"]"}""".formatted(member.id());
    }

    private static List<String> ids(List<StoredResource> resources) {
        return resources.stream().map(StoredResource::id).toList();
    }
}
