package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.filter.Filter;
import io.sluice.core.resource.FilterEvaluator;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.ResourceView;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A filter selects in the backend what the evaluator selects of the same documents. */
public abstract class RandomFilterContract extends BackendContract {

    private static final int USERS = 80;
    private static final int GROUPS = 16;
    private static final int BATCH = 50;
    private static final int SHOWN = 5;

    private record Case(String text, Filter filter) {}

    @Test
    void theBackendSelectsWhatTheEvaluatorSelects(TestReporter reporter) {
        Seeds seeds = Seeds.configured();
        Random random = new Random(seeds.seed());
        List<StoredResource> users = users(random);
        List<StoredResource> groups = groups(random, users);
        List<StoredResource> all = new ArrayList<>(users);
        all.addAll(groups);
        List<String> differences = new ArrayList<>();

        int ofGroups = seeds.filters() / 5;
        check(
                RandomResources.USER,
                users,
                new RandomFilters(random, RandomResources.USER, all),
                seeds.filters() - ofGroups,
                differences);
        check(
                RandomResources.GROUP,
                groups,
                new RandomFilters(random, RandomResources.GROUP, all),
                ofGroups,
                differences);

        reporter.publishEntry(
                "filters", seeds.filters() + " with seed " + seeds.seed() + ", differences: " + differences.size());
        assertThat(differences.stream().limit(SHOWN))
                .as("%s differences of %s filters, seed %s", differences.size(), seeds.filters(), seeds.seed())
                .isEmpty();
    }

    private List<StoredResource> users(Random random) {
        RandomResources resources = new RandomResources(RandomValues.of(random));
        return client().storedAll(IntStream.range(0, USERS)
                .mapToObj(i -> client().requests().create(RandomResources.USER, resources.user(i)))
                .toList());
    }

    /** So few members that they come with the group. */
    private List<StoredResource> groups(Random random, List<StoredResource> users) {
        RandomResources resources = new RandomResources(RandomValues.of(random));
        return client().storedAll(IntStream.range(0, GROUPS)
                .mapToObj(i -> client().requests()
                        .create(RandomResources.GROUP, resources.group(i, users, BackendSetup.MEMBER_PAGE - 1)))
                .toList());
    }

    private void check(
            ResourceType type,
            List<StoredResource> resources,
            RandomFilters filters,
            int count,
            List<String> differences) {
        Map<String, ResourceView> views = client()
                .storedAll(resources.stream()
                        .map(resource -> client().requests().read(type, resource.id()))
                        .toList())
                .stream()
                .collect(Collectors.toMap(StoredResource::id, ResourceView::of));
        for (int done = 0; done < count; done += BATCH) {
            List<Case> batch = IntStream.range(0, Math.min(BATCH, count - done))
                    .mapToObj(i -> filters.next())
                    .map(text -> new Case(text, SearchRequest.bound(type, text)))
                    .toList();
            List<BackendReply> replies = client().sendAll(batch.stream()
                    .map(one -> client().requests()
                            .search(type)
                            .filter(one.filter())
                            .include(Include.NOTHING)
                            .build())
                    .toList());
            for (int i = 0; i < batch.size(); i++) {
                compare(batch.get(i), replies.get(i), views, differences);
            }
        }
    }

    private void compare(Case one, BackendReply reply, Map<String, ResourceView> views, List<String> differences) {
        if (reply instanceof BackendReply.Failed failed) {
            if (capabilities().filterAnyAttribute() || failed.error().kind() != ErrorKind.INVALID_FILTER) {
                differences.add(one.text() + "\n  failed: " + failed.error());
            }
            return;
        }
        Set<String> expected = views.entrySet().stream()
                .filter(view -> FilterEvaluator.matches(one.filter(), view.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        List<StoredResource> found = ((BackendReply.Found) reply).resources();
        Set<String> actual = found.stream().map(StoredResource::id).collect(Collectors.toCollection(TreeSet::new));
        if (!actual.equals(expected) || actual.size() != found.size()) {
            differences.add(one.text() + "\n  missing: " + minus(expected, actual) + "\n  too many: "
                    + minus(actual, expected));
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        return all.stream().filter(id -> !without.contains(id)).collect(Collectors.toCollection(TreeSet::new));
    }
}
