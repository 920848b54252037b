package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A userName belongs to one user, in whatever case it is written. */
public abstract class UniquenessContract extends BackendContract {

    private static final int RACERS = 64;

    @Test
    void ofParallelCreatesWithOneUserNameExactlyOneWins() {
        BackendClient own = newTenant();
        List<BackendRequest.Create> race = IntStream.range(0, RACERS)
                .mapToObj(
                        i -> own.requests().create(Fixtures.USER, Fixtures.user(variant("Ådam.Größe@Example.com", i))))
                .toList();

        List<BackendReply> replies = own.sendAll(race);

        List<StoredResource> winners = replies.stream()
                .filter(BackendReply.Stored.class::isInstance)
                .map(reply -> ((BackendReply.Stored) reply).resource())
                .toList();
        assertThat(winners).hasSize(1);
        replies.stream()
                .filter(reply -> !(reply instanceof BackendReply.Stored))
                .forEach(reply -> BackendClient.refusal(ErrorKind.UNIQUENESS, reply));
        assertThat(own.count(Fixtures.USER)).isEqualTo(1);
        assertThat(own.exists(winners.getFirst())).isTrue();
        assertThat(events(own)).hasSize(1);
    }

    @Test
    void ofParallelRenamesToOneUserNameExactlyOneWins() {
        BackendClient own = newTenant();
        List<StoredResource> users = own.users(Fixtures.names("r", 16));
        List<BackendRequest.Patch> race = IntStream.range(0, users.size())
                .mapToObj(i -> own.requests().patch(users.get(i), """
                                {"op": "replace", "path": "userName", "value": "%s"}""".formatted(variant("the.one", i))))
                .toList();

        List<BackendReply> replies = own.sendAll(race);

        assertThat(replies).filteredOn(BackendReply.Stored.class::isInstance).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> !(reply instanceof BackendReply.Stored))
                .allSatisfy(reply -> BackendClient.refusal(ErrorKind.UNIQUENESS, reply));
        assertThat(own.ids(Fixtures.USER, "userName eq \"THE.ONE\"")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ADA@Example.COM",
        "Straße, STRASSE",
        "ΟΔΥΣΣΕΥΣ, οδυσσευς",
        "лев, ЛЕВ",
        "ångström, ÅNGSTRÖM"
    })
    void aUserNameInAnotherCaseIsTaken(String name, String sameName) {
        BackendClient own = newTenant();
        own.user(name);

        String detail =
                own.refused(ErrorKind.UNIQUENESS, own.requests().create(Fixtures.USER, Fixtures.user(sameName)));

        assertThat(detail).contains("userName");
        assertThat(own.count(Fixtures.USER)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ada, adà", "a.b, a-b", "a_b, a%b", "ada, adaa"})
    void namesThatOnlyLookAlikeAreDifferent(String name, String otherName) {
        BackendClient own = newTenant();
        own.user(name);

        own.user(otherName);

        assertThat(own.count(Fixtures.USER)).isEqualTo(2);
    }

    @Test
    void aRefusedCreateDoesNotReserveItsName() {
        BackendClient own = newTenant();
        own.user("taken");
        own.refused(ErrorKind.UNIQUENESS, own.requests().create(Fixtures.USER, Fixtures.user("TAKEN")));

        own.delete(own.find(own.requests().search(Fixtures.USER)).resources().getFirst());

        assertThat(own.user("Taken").id()).isNotBlank();
    }

    private static String variant(String name, int i) {
        return switch (i % 3) {
            case 0 -> name;
            case 1 -> name.toUpperCase(Locale.ROOT);
            default -> name.toLowerCase(Locale.ROOT);
        };
    }
}
