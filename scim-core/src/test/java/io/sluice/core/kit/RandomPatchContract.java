package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.error.ScimException;
import io.sluice.core.patch.PatchApplier;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A patch leaves in the backend the document that the applier makes, or is refused for the same reason. */
public abstract class RandomPatchContract extends BackendContract {

    private static final int USERS = 25;
    private static final int SHOWN = 3;

    @Test
    void theBackendStoresWhatTheApplierMakes(TestReporter reporter) {
        Seeds seeds = Seeds.configured();
        Random random = new Random(seeds.seed());
        RandomResources resources = new RandomResources(RandomValues.of(random));
        RandomPatches patches = new RandomPatches(random, RandomResources.USER);
        List<StoredResource> users = client().storedAll(IntStream.range(0, USERS)
                .mapToObj(i -> client().requests().create(RandomResources.USER, resources.user(i)))
                .toList());
        List<ObjectNode> documents =
                new ArrayList<>(users.stream().map(Documents::of).toList());
        List<String> differences = new ArrayList<>();

        for (int done = 0; done < seeds.patches(); done += USERS) {
            List<RandomPatches.Patch> round =
                    IntStream.range(0, USERS).mapToObj(i -> patches.next()).toList();
            List<BackendReply> replies = client().sendAll(IntStream.range(0, USERS)
                    .mapToObj(i -> request(users.get(i), round.get(i)))
                    .toList());
            for (int i = 0; i < USERS; i++) {
                documents.set(i, compare(documents.get(i), round.get(i), replies.get(i), differences));
            }
        }

        reporter.publishEntry(
                "patches", seeds.patches() + " with seed " + seeds.seed() + ", differences: " + differences.size());
        assertThat(differences.stream().limit(SHOWN))
                .as("%s differences of %s patches, seed %s", differences.size(), seeds.patches(), seeds.seed())
                .isEmpty();
        for (int i = 0; i < USERS; i++) {
            assertThat(Documents.of(client().read(users.get(i)))).isEqualTo(documents.get(i));
        }
    }

    private BackendRequest.Patch request(StoredResource user, RandomPatches.Patch patch) {
        return new BackendRequest.Patch(
                client().requests().context(),
                RandomResources.USER,
                user.id(),
                patch.plan(),
                Precondition.none(),
                Include.NOTHING);
    }

    /** The document that is there afterwards, by the applier. */
    private static ObjectNode compare(
            ObjectNode before, RandomPatches.Patch patch, BackendReply reply, List<String> differences) {
        String actual = switch (reply) {
            case BackendReply.Stored stored -> outcome(Documents.of(stored.resource()), stored.changed());
            case BackendReply.Failed failed -> failed.error().kind().toString();
            case BackendReply.Deleted other -> other.toString();
            case BackendReply.Found other -> other.toString();
            case BackendReply.MemberPage other -> other.toString();
        };
        ObjectNode after = before;
        String expected;
        try {
            ObjectNode applied = PatchApplier.apply(before, patch.plan().operations(), RandomResources.USER);
            after = Documents.parse(applied.toString());
            expected = outcome(after, !after.equals(before));
        } catch (ScimException refusal) {
            expected = refusal.error().kind().toString();
        }
        if (!actual.equals(expected)) {
            differences.add(
                    patch.text() + "\n  before: " + before + "\n  expected: " + expected + "\n  actual: " + actual);
        }
        return after;
    }

    /** Names in one order, so that documents that are equal have one text. */
    private static String outcome(ObjectNode document, boolean changed) {
        return (changed ? "changed: " : "unchanged: ") + Canonical.text(document);
    }
}
