package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

/** If-Match is checked in the write itself. */
public abstract class VersionContract extends BackendContract {

    private static final int RACERS = 16;

    @Test
    void aWriteWithTheCurrentVersionSucceeds(TestInfo test, TestReporter reporter) {
        if (!hasVersions(test, reporter)) {
            return;
        }
        StoredResource user = client().user(Fixtures.name("v"));

        StoredResource patched = client().stored(Requests.ifMatch(patch(user, "1"), user.version()))
                .resource();
        StoredResource replaced = client().stored(Requests.ifMatch(replace(user), "other", patched.version()))
                .resource();
        BackendReply deleted =
                client().send(Requests.ifMatch(client().requests().delete(user), replaced.version()));

        assertThat(deleted).isInstanceOf(BackendReply.Deleted.class);
    }

    @Test
    void aWriteWithAnotherVersionIsRefusedAndChangesNothing(TestInfo test, TestReporter reporter) {
        if (!hasVersions(test, reporter)) {
            return;
        }
        StoredResource old = client().user(Fixtures.name("v"));
        StoredResource current = client().patch(old, title("1")).resource();

        for (String version : List.of(old.version(), "", "*", "никогда", "999999999999999999999999")) {
            refused(Requests.ifMatch(patch(old, "2"), version));
            refused(Requests.ifMatch(replace(old), version));
            refused(Requests.ifMatch(client().requests().delete(old), version));
        }

        assertThat(client().read(old).version()).isEqualTo(current.version());
    }

    @Test
    void aWriteThatWouldChangeNothingIsRefusedToo(TestInfo test, TestReporter reporter) {
        if (!hasVersions(test, reporter)) {
            return;
        }
        StoredResource old = client().user(Fixtures.name("v"));
        client().patch(old, title("1"));

        refused(Requests.ifMatch(patch(old, "1"), old.version()));
    }

    @Test
    void aChangeOfMembersIsGuardedToo(TestInfo test, TestReporter reporter) {
        if (!hasVersions(test, reporter)) {
            return;
        }
        StoredResource user = client().user(Fixtures.name("m"));
        StoredResource old = client().group(Fixtures.name("g"));
        BackendRequest.Patch add = client().requests().patch(old, """
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(user.id()));

        StoredResource changed =
                client().stored(Requests.ifMatch(add, old.version())).resource();
        refused(Requests.ifMatch(
                client().requests().patch(old, "{\"op\": \"remove\", \"path\": \"members\"}"), old.version()));

        assertThat(client().memberIds(old)).containsExactly(user.id());
        assertThat(client().read(old).version()).isEqualTo(changed.version());
    }

    @Test
    void whatDoesNotExistIsNotFoundBeforeItsVersionMatters(TestInfo test, TestReporter reporter) {
        if (!hasVersions(test, reporter)) {
            return;
        }
        StoredResource user = client().user(Fixtures.name("v"));
        client().delete(user);

        client().refused(ErrorKind.NOT_FOUND, Requests.ifMatch(patch(user, "1"), user.version()));
        client().refused(
                        ErrorKind.NOT_FOUND,
                        Requests.ifMatch(client().requests().delete(user), "1"));
    }

    @Test
    void ofParallelWritesWithOneVersionExactlyOneWins(TestInfo test, TestReporter reporter) {
        if (!hasVersions(test, reporter)) {
            return;
        }
        StoredResource user = client().user(Fixtures.name("race"));
        List<BackendRequest.Patch> race = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            race.add(Requests.ifMatch(patch(user, "racer " + i), user.version()));
        }

        List<BackendReply> replies = client().sendAll(race);

        List<BackendReply> winners =
                replies.stream().filter(BackendReply.Stored.class::isInstance).toList();
        assertThat(winners).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> !winners.contains(reply))
                .hasSize(RACERS - 1)
                .allSatisfy(reply -> BackendClient.refusal(ErrorKind.PRECONDITION_FAILED, reply));
        assertThat(client().read(user).version())
                .isEqualTo(((BackendReply.Stored) winners.getFirst()).resource().version());
        assertThat(events(client(), user)).hasSize(2);
    }

    /** What a backend without versions refuses is the precondition: to ignore it would be worse. */
    private boolean hasVersions(TestInfo test, TestReporter reporter) {
        StoredResource user = client().user(Fixtures.name("sample"));
        return isCapable(capabilities().etag(), Requests.ifMatch(patch(user, "1"), "any"), test, reporter);
    }

    private void refused(BackendRequest request) {
        client().refused(ErrorKind.PRECONDITION_FAILED, request);
    }

    private BackendRequest.Patch patch(StoredResource user, String title) {
        return client().requests().patch(user, title(title));
    }

    private BackendRequest.Replace replace(StoredResource user) {
        String name = Documents.of(user).path("userName").textValue();
        return client().requests().replace(user, Fixtures.user(name).put("nickName", "replaced"));
    }

    private static String title(String title) {
        return """
                {"op": "replace", "path": "title", "value": "%s"}""".formatted(title);
    }
}
