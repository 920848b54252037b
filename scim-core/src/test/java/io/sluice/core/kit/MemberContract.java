package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PATCH of members: set operations, in every form in which identity providers send them. */
public abstract class MemberContract extends BackendContract {

    @Test
    void addedMembersAreMembersOnceHoweverOftenTheyAreSent() {
        List<StoredResource> users = client().users(Fixtures.names("m", 3));
        StoredResource group = client().group(Fixtures.name("g"), users.get(0));

        BackendReply.Stored reply = client().patch(group, add(users.get(0), users.get(1), users.get(1), users.get(2)));

        assertThat(reply.changed()).isTrue();
        assertThat(client().memberIds(group)).containsExactlyInAnyOrderElementsOf(ids(users));
    }

    @Test
    void aMemberKeepsItsTypeAndItsDisplay() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource nested = client().group(Fixtures.name("n"));
        StoredResource group = client().group(Fixtures.name("g"));

        client().patch(group, """
                        {"op": "add", "path": "members", "value": [{"value": "%s", "display": "Ævar"}, {"value": "%s"}]}""".formatted(user.id(), nested.id()));

        assertThat(BackendClient.membersOf(client().read(group)).members())
                .containsExactlyInAnyOrder(
                        new Member(user.id(), Optional.of("User"), Optional.of("Ævar")),
                        new Member(nested.id(), Optional.of("Group"), Optional.empty()));
    }

    @Test
    void membersAreRemovedAloneTogetherAndAllAtOnce() {
        List<StoredResource> users = client().users(Fixtures.names("m", 6));
        StoredResource group = client().group(Fixtures.name("g"), users.toArray(StoredResource[]::new));

        client().patch(group, remove(users.get(0)));
        assertThat(client().memberIds(group)).containsExactlyInAnyOrderElementsOf(ids(users.subList(1, 6)));

        client().patch(group, """
                {"op": "remove", "path": "members[value eq \\"%s\\" or value eq \\"%s\\"]"}""".formatted(users.get(1).id(), users.get(2).id()));
        assertThat(client().memberIds(group)).containsExactlyInAnyOrderElementsOf(ids(users.subList(3, 6)));

        client().patch(group, "{\"op\": \"remove\", \"path\": \"members\"}");
        assertThat(client().memberIds(group)).isEmpty();
    }

    @Test
    void membersAreRemovedByAnyFilter() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource other = client().user(Fixtures.name("o"));
        StoredResource nested = client().group(Fixtures.name("n"));
        StoredResource group = client().group(Fixtures.name("g"), user, other, nested);

        client().patch(group, """
                        {"op": "remove", "path": "members[type eq \\"user\\" and not (value eq \\"%s\\")]"}""".formatted(other.id()));

        assertThat(client().memberIds(group)).containsExactlyInAnyOrder(other.id(), nested.id());
    }

    @Test
    void replacedMembersAreExactlyThose() {
        List<StoredResource> users = client().users(Fixtures.names("m", 4));
        StoredResource group = client().group(Fixtures.name("g"), users.get(0), users.get(1));

        client().patch(group, replace(users.get(1), users.get(2), users.get(3)));

        assertThat(client().memberIds(group)).containsExactlyInAnyOrderElementsOf(ids(users.subList(1, 4)));
    }

    @Test
    void anEmptyListOfMembersEmptiesTheGroup() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource group = client().group(Fixtures.name("g"), user);

        client().patch(group, replace());

        assertThat(client().memberIds(group)).isEmpty();
        assertThat(BackendClient.groupsOf(client().read(user)).groups()).isEmpty();
    }

    @Test
    void changesApplyInTheirOrder() {
        List<StoredResource> users = client().users(Fixtures.names("m", 3));
        StoredResource group = client().group(Fixtures.name("g"), users.get(0));

        client().patch(
                        group,
                        String.join(
                                ",",
                                add(users.get(1)),
                                remove(users.get(0), users.get(1)),
                                add(users.get(2), users.get(1)),
                                remove(users.get(2))));

        assertThat(client().memberIds(group)).containsExactly(users.get(1).id());
    }

    @Test
    void whoIsNoMemberIsRemovedWithoutAnError() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource stranger = client().user(Fixtures.name("s"));
        StoredResource group = client().group(Fixtures.name("g"), user);

        BackendReply.Stored reply = client().patch(
                        group,
                        String.join(
                                ",",
                                remove(stranger),
                                removeId(UUID.randomUUID().toString()),
                                removeId("no-id")));

        assertThat(reply.changed()).isFalse();
        assertThat(client().memberIds(group)).containsExactly(user.id());
    }

    @Test
    void onlyAChangeOfMembersMakesANewVersion() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource other = client().user(Fixtures.name("o"));
        StoredResource group = client().group(Fixtures.name("g"), user);

        BackendReply.Stored same = client().patch(group, add(user));
        BackendReply.Stored backAndForth = client().patch(group, add(other) + "," + remove(other));
        BackendReply.Stored more = client().patch(group, add(other));

        assertThat(same.changed()).isFalse();
        assertThat(same.resource().version()).isEqualTo(group.version());
        assertThat(client().memberIds(group)).containsExactlyInAnyOrder(user.id(), other.id());
        assertThat(backAndForth.resource().id()).isEqualTo(group.id());
        assertThat(more.changed()).isTrue();
        assertThat(more.resource().version()).isNotEqualTo(group.version());
        assertThat(more.resource().lastModified()).isAfterOrEqualTo(group.lastModified());
    }

    @Test
    void membersAndAttributesChangeTogetherOrNotAtAll() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource group = client().group(Fixtures.name("g"));
        String renamed = Fixtures.name("renamed");
        String rename = "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"%s\"}".formatted(renamed);
        String unknown = UUID.randomUUID().toString();
        String ghost = """
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(unknown);

        String detail = client().refused(
                        ErrorKind.INVALID_VALUE,
                        client().requests().patch(group, String.join(",", rename, add(user), ghost)));

        assertThat(detail).contains(unknown);
        assertThat(client().read(group).version()).isEqualTo(group.version());
        assertThat(client().memberIds(group)).isEmpty();

        StoredResource both = client().patch(group, rename + "," + add(user)).resource();

        assertThat(Documents.of(both).path("displayName").textValue()).isEqualTo(renamed);
        assertThat(client().memberIds(group)).containsExactly(user.id());
    }

    @Test
    void membersOfAGroupThatDoesNotExistCannotChange() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource group = client().group(Fixtures.name("g"));
        client().delete(group);

        client().refused(ErrorKind.NOT_FOUND, client().requests().patch(group, add(user)));
        client().refused(ErrorKind.NOT_FOUND, client().requests().patch(group, remove(user)));
        client().refused(ErrorKind.NOT_FOUND, client().requests().members(group.id(), user.id(), 10));
    }

    @Test
    void aUserIsInTheGroupAtOnceAndOutOfItAtOnce() {
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource group = client().group(Fixtures.name("g"));

        client().patch(group, add(user));
        Membership.InGroups in = BackendClient.groupsOf(client().read(user));
        client().patch(group, remove(user));
        Membership.InGroups out = BackendClient.groupsOf(client().read(user));

        assertThat(in.groups()).hasSize(1);
        assertThat(out.groups()).isEmpty();
        assertThat(client().read(user).version()).isEqualTo(user.version());
    }

    @Test
    void manyMembersComeInPagesThatAreCompleteAndDisjoint() {
        int firstPage = setup().memberPage().orElse(BackendSetup.MEMBER_PAGE);
        List<StoredResource> users = client().users(Fixtures.names("m", 2 * firstPage + 5));
        StoredResource group = client().group(Fixtures.name("g"), users.toArray(StoredResource[]::new));

        Membership.OfGroup first = BackendClient.membersOf(client().read(group));

        if (setup().memberPage().isPresent()) {
            assertThat(first.members()).hasSize(firstPage);
            assertThat(first.next()).isPresent();
            assertThat(client().memberPage(group, first.next().orElseThrow(), 3).members())
                    .hasSize(3)
                    .doesNotContainAnyElementsOf(first.members());
        } else {
            assertThat(first.next()).isEmpty();
        }
        assertThat(client().memberIds(group)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(users));
    }

    @Test
    void pagesOfMembersStayInStepWhileMembersComeAndGo() {
        int firstPage = setup().memberPage().orElse(BackendSetup.MEMBER_PAGE);
        List<StoredResource> users = client().users(Fixtures.names("m", firstPage + 4));
        StoredResource late = client().user(Fixtures.name("late"));
        StoredResource group = client().group(Fixtures.name("g"), users.toArray(StoredResource[]::new));
        Membership.OfGroup first = BackendClient.membersOf(client().read(group));
        List<String> seen =
                new ArrayList<>(first.members().stream().map(Member::value).toList());

        client().patch(group, add(late) + "," + removeId(seen.getFirst()) + "," + removeId(seen.getLast()));
        first.next()
                .ifPresent(next ->
                        client().memberPage(group, next, 1_000).members().forEach(member -> seen.add(member.value())));

        assertThat(seen).doesNotHaveDuplicates().containsAll(ids(users));
    }

    @Test
    void aPageWithoutAPositionBeginsAtTheFirstMember() {
        List<StoredResource> users = IntStream.range(0, 5)
                .mapToObj(i -> client().user(Fixtures.name("first")))
                .toList();
        StoredResource group = client().group(Fixtures.name("g"), users.toArray(StoredResource[]::new));

        Membership.OfGroup page = client().memberPage(group, BackendRequest.ReadMembers.FROM_THE_FIRST, 3);
        Membership.OfGroup rest = client().memberPage(group, page.next().orElseThrow(), 3);

        assertThat(page.members()).hasSize(3);
        assertThat(rest.next()).isEmpty();
        assertThat(Stream.concat(page.members().stream(), rest.members().stream())
                        .map(Member::value))
                .containsExactlyInAnyOrderElementsOf(ids(users));
    }

    private static String add(StoredResource... members) {
        return operation("add", members);
    }

    private static String remove(StoredResource... members) {
        return Arrays.stream(members).map(member -> removeId(member.id())).collect(Collectors.joining(","));
    }

    private static String replace(StoredResource... members) {
        return operation("replace", members);
    }

    private static String removeId(String id) {
        return """
                {"op": "remove", "path": "members[value eq \\"%s\\"]"}""".formatted(id);
    }

    private static String operation(String op, StoredResource... members) {
        String values = Arrays.stream(members)
                .map(member -> "{\"value\": \"" + member.id() + "\"}")
                .collect(Collectors.joining(","));
        return """
                {"op": "%s", "path": "members", "value": [%s]}""".formatted(op, values);
    }

    private static List<String> ids(List<StoredResource> resources) {
        return resources.stream().map(StoredResource::id).toList();
    }
}
