package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.vectors.Vectors;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What filters select, and what a list shows of each resource. */
public abstract class SearchContract extends BackendContract {

    private List<StoredResource> users = List.of();
    private List<StoredResource> groups = List.of();

    /** The users of the data file, and a group of the first and fourth, nested in another one with the tenth. */
    @BeforeAll
    final void fill() {
        users = client().storedAll(Fixtures.users().stream()
                .map(user -> client().requests().create(Fixtures.USER, user))
                .toList());
        StoredResource inner = client().group("Ärzte der Klinik", users.get(0), users.get(3));
        groups = List.of(inner, client().group("Все", inner, users.get(9)), client().group("leer"));
    }

    static Stream<Named<JsonNode>> filters() {
        return Vectors.read(SearchContract.class, "filters.json")
                .valueStream()
                .map(vector -> Named.of(vector.path("filter").textValue(), vector));
    }

    /** A vector has a filter and the positions in the data file of those whom it selects. */
    @ParameterizedTest
    @MethodSource("filters")
    void aFilterSelectsExactlyThese(JsonNode vector) {
        Set<String> expected = vector.path("users")
                .valueStream()
                .map(index -> users.get(index.intValue()).id())
                .collect(Collectors.toSet());

        BackendReply reply = client().send(client().requests()
                .search(Fixtures.USER)
                .filter(vector.path("filter").textValue())
                .build());

        if (reply instanceof BackendReply.Failed && !capabilities().filterAnyAttribute()) {
            BackendClient.refusal(ErrorKind.INVALID_FILTER, reply);
        } else {
            BackendReply.Found found = (BackendReply.Found) reply;
            assertThat(ids(found)).isEqualTo(expected);
            assertThat(found.total().count()).isEqualTo(expected.size());
        }
    }

    @Test
    void withoutAFilterAllOfTheTypeAreListedWithTheirDocuments() {
        BackendReply.Found found = client().find(client().requests().search(Fixtures.USER));

        assertThat(ids(found)).isEqualTo(ids(users));
        assertThat(found.resources()).allSatisfy(resource -> {
            assertThat(resource.type().name()).isEqualTo("User");
            assertThat(resource.membership()).isInstanceOf(Membership.None.class);
            StoredResource read = client().read(resource);
            assertThat(Documents.of(resource)).isEqualTo(Documents.of(read));
            assertThat(resource.version()).isEqualTo(read.version());
            assertThat(resource.created()).isEqualTo(read.created());
            assertThat(resource.lastModified()).isEqualTo(read.lastModified());
        });
    }

    @Test
    void theIdSelectsOneResourceOfItsType() {
        String id = users.get(5).id();

        assertThat(client().ids(Fixtures.USER, "id eq \"" + id + "\"")).containsExactly(id);
        assertThat(client().ids(Fixtures.GROUP, "id eq \"" + id + "\"")).isEmpty();
        assertThat(client().ids(Fixtures.USER, "id eq \"no-such-id\"")).isEmpty();
    }

    @Test
    void aTimestampOfAResourceIsFoundByItself() {
        String created = users.get(5).created().toString();

        assertThat(client().ids(Fixtures.USER, "meta.created eq \"" + created + "\""))
                .contains(users.get(5).id());
        assertThat(client().ids(Fixtures.USER, "meta.created gt \"" + created + "\""))
                .doesNotContain(users.get(5).id());
        assertThat(client().ids(Fixtures.USER, "meta.created ge \"" + created + "\""))
                .contains(users.get(5).id());
    }

    @Test
    void groupsAreFoundByNameInAnyCase() {
        assertThat(client().ids(Fixtures.GROUP, "displayName eq \"ärzte DER klinik\""))
                .containsExactly(groups.get(0).id());
        assertThat(client().ids(Fixtures.GROUP, "displayName co \"ВС\""))
                .containsExactly(groups.get(1).id());
    }

    @Test
    void groupsAreFoundByTheirMembers() {
        String member = users.get(0).id();

        for (String filter : List.of(
                "members eq \"%s\"", "members.value eq \"%s\"", "members[value eq \"%s\" and type eq \"user\"]")) {
            assertThat(client().ids(Fixtures.GROUP, filter.formatted(member)))
                    .as(filter)
                    .containsExactly(groups.get(0).id());
        }
        assertThat(client().ids(Fixtures.GROUP, "members[type eq \"Group\"]"))
                .containsExactly(groups.get(1).id());
        assertThat(client().ids(Fixtures.GROUP, "not (members pr)"))
                .containsExactly(groups.get(2).id());
        assertThat(client().ids(Fixtures.GROUP, "members[type eq \"Group\" and value eq \"" + member + "\"]"))
                .isEmpty();
    }

    @Test
    void theProbeForOneMemberOfOneGroupIsAnswered() {
        String probe = "id eq \"%s\" and members eq \"%s\"";

        assertThat(client().ids(
                                Fixtures.GROUP,
                                probe.formatted(groups.get(0).id(), users.get(3).id())))
                .hasSize(1);
        assertThat(client().ids(
                                Fixtures.GROUP,
                                probe.formatted(groups.get(2).id(), users.get(3).id())))
                .isEmpty();
    }

    @Test
    void usersAreFoundByTheGroupsTheyAreInDirectly() {
        assertThat(client().ids(
                                Fixtures.USER,
                                "groups.value eq \"" + groups.get(0).id() + "\""))
                .containsExactlyInAnyOrder(users.get(0).id(), users.get(3).id());
        assertThat(client().ids(Fixtures.USER, "groups.display eq \"все\""))
                .containsExactly(users.get(9).id());
        assertThat(client().ids(Fixtures.USER, "groups pr")).hasSize(3);
        assertThat(client().ids(Fixtures.USER, "not (groups pr) and active eq false"))
                .containsExactly(users.get(2).id());
    }

    @Test
    void membershipIsListedWhenItIsAskedFor() {
        BackendReply.Found withGroups =
                client().find(client().requests().search(Fixtures.USER).include(Include.ALL));
        BackendReply.Found withMembers =
                client().find(client().requests().search(Fixtures.GROUP).include(Include.ALL));

        assertThat(withGroups.resources())
                .allSatisfy(user -> assertThat(BackendClient.groupsOf(user))
                        .isEqualTo(BackendClient.groupsOf(client().read(user))));
        assertThat(withMembers.resources())
                .allSatisfy(group -> assertThat(BackendClient.membersOf(group))
                        .isEqualTo(BackendClient.membersOf(client().read(group))));
    }

    @Test
    void whatHasChangedIsFoundByItsNewValuesOnly() {
        BackendClient own = newTenant();
        StoredResource user = own.create(Fixtures.USER, Fixtures.users().getFirst());

        own.patch(user, """
                {"op": "replace", "path": "emails[type eq \\"work\\"].value", "value": "neu@example.se"},
                {"op": "remove", "path": "title"}""");

        assertThat(own.ids(Fixtures.USER, "emails.value eq \"NEU@example.se\"")).hasSize(1);
        assertThat(own.ids(Fixtures.USER, "emails.value eq \"bjorn.angstrom@example.se\""))
                .isEmpty();
        assertThat(own.ids(Fixtures.USER, "emails.value eq \"bjorn@HOME.example.se\""))
                .hasSize(1);
        assertThat(own.ids(Fixtures.USER, "title pr")).isEmpty();
    }

    private static Set<String> ids(BackendReply.Found found) {
        return ids(found.resources());
    }

    private static Set<String> ids(List<StoredResource> resources) {
        return resources.stream().map(StoredResource::id).collect(Collectors.toSet());
    }
}
