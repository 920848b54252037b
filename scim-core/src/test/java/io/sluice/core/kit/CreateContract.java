package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** POST: what is stored is what was sent, whatever the script. */
public abstract class CreateContract extends BackendContract {

    @Test
    void usersOfAllScriptsAreReadBackAsTheyWereSent() {
        List<BackendRequest.Create> creates = Fixtures.users().stream()
                .map(user -> client().requests().create(Fixtures.USER, user))
                .toList();

        List<StoredResource> created = client().storedAll(creates);

        for (int i = 0; i < creates.size(); i++) {
            StoredResource read = client().read(created.get(i));
            assertThat(Documents.of(read)).isEqualTo(creates.get(i).draft().attributes());
            assertThat(Documents.of(created.get(i))).isEqualTo(Documents.of(read));
        }
    }

    @Test
    void theReplyIsWhatAReadShows() {
        StoredResource created = client().user(Fixtures.name("ada"));

        StoredResource read = client().read(created);

        assertThat(created.id()).isEqualTo(read.id());
        assertThat(created.version()).isEqualTo(read.version());
        assertThat(created.created()).isEqualTo(read.created());
        assertThat(created.lastModified()).isEqualTo(created.created()).isEqualTo(read.lastModified());
        assertThat(created.type().name()).isEqualTo("User");
    }

    @Test
    void everyResourceGetsAnIdAndAVersion() {
        List<StoredResource> created = client().users(Fixtures.names("many", 8));

        assertThat(created)
                .extracting(StoredResource::id)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isEqualTo(UUID.fromString(id).toString()));
        assertThat(created)
                .extracting(StoredResource::version)
                .allSatisfy(version -> assertThat(version).isNotBlank());
    }

    @Test
    void anExternalIdIsKeptAsItIsAndIsNoKey() {
        StoredResource victim = client().user(Fixtures.name("victim"));

        for (String externalId : List.of("1", "admin", victim.id(), "admin")) {
            StoredResource created = client().create(
                            Fixtures.USER,
                            Fixtures.user(Fixtures.name("claimant")).put("externalId", externalId));
            assertThat(created.id()).isNotEqualTo(victim.id());
            assertThat(Documents.of(created).path("externalId").textValue()).isEqualTo(externalId);
        }
        assertThat(Documents.of(client().read(victim)).has("externalId")).isFalse();
    }

    @Test
    void aPasswordIsNeverInTheDocument() {
        StoredResource created = client().create(
                        Fixtures.USER, Fixtures.user(Fixtures.name("secretive")).put("password", "Tr0ub4dor&3-horse"));

        assertThat(created.attributes().toString()).doesNotContain("Tr0ub4dor", "password");
        assertThat(client().read(created).attributes().toString()).doesNotContain("Tr0ub4dor", "password");
    }

    @Test
    void aGroupIsCreatedWithItsMembersAndFindsTheirTypesOut() {
        StoredResource user = client().user(Fixtures.name("member"));
        StoredResource nested = client().group(Fixtures.name("nested"));

        StoredResource group =
                client().create(Fixtures.GROUP, Fixtures.group(Fixtures.name("Ψ"), List.of(user, nested)));

        List<Member> expected = List.of(member(user, "User"), member(nested, "Group"));
        assertThat(BackendClient.membersOf(group).members()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(BackendClient.membersOf(client().read(group)).members())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Documents.of(group).has("members")).isFalse();
    }

    @Test
    void aGroupWithoutMembersIsEmpty() {
        StoredResource group = client().group(Fixtures.name("empty"));

        assertThat(BackendClient.membersOf(client().read(group)).members()).isEmpty();
    }

    @Test
    void aMemberThatDoesNotExistIsNamedAndNothingIsStored() {
        BackendClient own = newTenant();
        StoredResource user = own.user("real");

        for (String unknown : List.of(UUID.randomUUID().toString(), "not-an-id", "ünïcode/..\\'")) {
            var body = Fixtures.group("Ghosts", List.of(user));
            body.withArray("members").addObject().put("value", unknown);
            String detail = own.refused(ErrorKind.INVALID_VALUE, own.requests().create(Fixtures.GROUP, body));
            assertThat(detail).contains(unknown);
        }

        assertThat(own.count(Fixtures.GROUP)).isZero();
        assertThat(BackendClient.groupsOf(own.read(user)).groups()).isEmpty();
    }

    private static Member member(StoredResource resource, String type) {
        return new Member(resource.id(), Optional.of(type), Optional.empty());
    }
}
