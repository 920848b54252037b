package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names are unique without a lock of ours: whoever is first has the name in their DN. */
abstract class RacesContract extends BackendContract {

    private static final int ROUNDS = 60;
    private static final int RACERS = 8;

    @Test
    void ofEightRacingCreatesOneWins() {
        for (int round = 0; round < ROUNDS; round++) {
            String name = Fixtures.name("Racer");
            List<BackendRequest.Create> creates = IntStream.range(0, RACERS)
                    .mapToObj(i -> client().requests()
                            .create(Fixtures.USER, Fixtures.user(i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT))))
                    .toList();

            assertOneWinner(client().sendAll(creates));
        }
    }

    @Test
    void ofEightRacingRenamesOneWins() {
        List<StoredResource> users = client().users(Fixtures.names("runner", RACERS));
        for (int round = 0; round < ROUNDS; round++) {
            String name = Fixtures.name("goal");
            String rename = """
                    {"op": "replace", "path": "userName", "value": "%s"}""".formatted(name);

            List<BackendReply> replies = client().sendAll(users.stream()
                    .map(user -> client().requests().patch(user, rename))
                    .toList());

            assertOneWinner(replies);
            assertThat(client().ids(Fixtures.USER, "userName eq \"" + name + "\""))
                    .hasSize(1);
        }
    }

    @Test
    void aRenamedMemberStaysAMember() {
        StoredResource user = client().user(Fixtures.name("before"));
        StoredResource group = client().group(Fixtures.name("Group"), user);
        String renamed = Fixtures.name("after");

        client().patch(user, """
                {"op": "replace", "path": "userName", "value": "%s"}""".formatted(renamed));

        assertThat(client().memberIds(group)).containsExactly(user.id());
        assertThat(BackendClient.groupsOf(client().read(user)).groups()).hasSize(1);
    }

    @Test
    void whoGetsTheNameOfSomebodyDeletedDoesNotGetTheirGroups() {
        String name = Fixtures.name("namesake");
        StoredResource first = client().user(name);
        StoredResource group = client().group(Fixtures.name("Group"), first);
        client().delete(first);

        StoredResource second = client().user(name);

        assertThat(client().memberIds(group)).isEmpty();
        assertThat(BackendClient.groupsOf(client().read(second)).groups()).isEmpty();
    }

    private static void assertOneWinner(List<BackendReply> replies) {
        List<BackendReply> losers = new ArrayList<>(replies);
        losers.removeIf(BackendReply.Stored.class::isInstance);
        assertThat(losers).hasSize(RACERS - 1).allSatisfy(loser -> BackendClient.refusal(ErrorKind.UNIQUENESS, loser));
    }
}
