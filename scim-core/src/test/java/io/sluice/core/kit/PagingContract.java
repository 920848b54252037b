package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.resource.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

/** Lists in pages, by index and by cursor. */
public abstract class PagingContract extends BackendContract {

    private static final int USERS = 12;

    private List<StoredResource> users = List.of();

    /** Every third user has no title, and two titles occur four times each. */
    @BeforeAll
    final void fill() {
        users = fill(client());
    }

    @Test
    void withoutASortTheOrderIsByIdAndPagesFollowIt() {
        List<String> all = ids(client().find(search()));

        assertThat(all).isSorted().hasSize(USERS);
        for (int start = 1; start <= USERS; start += 5) {
            BackendReply.Found page = client().find(search().page(start, 5));
            assertThat(ids(page)).isEqualTo(all.subList(start - 1, Math.min(start + 4, USERS)));
            assertTotal(page, USERS);
            assertThat(page.next()).isEmpty();
        }
    }

    @Test
    void aCountOfZeroAsksForTheTotalAlone() {
        BackendReply.Found page = client().find(search().page(1, 0));

        assertThat(page.resources()).isEmpty();
        assertTotal(page, USERS);
    }

    @Test
    void aPageBeyondTheEndIsEmptyAndKeepsTheTotal() {
        for (int start : new int[] {USERS + 1, 1_000, Integer.MAX_VALUE}) {
            BackendReply.Found page = client().find(search().page(start, 5));
            assertThat(page.resources()).isEmpty();
            assertTotal(page, USERS);
        }
    }

    @Test
    void theLastResourceIsAPage() {
        BackendReply.Found last = client().find(search().page(USERS, 5));

        assertThat(last.resources()).hasSize(1);
        assertThat(client().find(search().page(1, Integer.MAX_VALUE)).resources())
                .hasSize(USERS);
    }

    @Test
    void theTotalCountsWhatTheFilterSelects() {
        BackendReply.Found page = client().find(search().filter("title pr").page(2, 3));

        assertThat(page.resources()).hasSize(3);
        assertTotal(page, 8);
    }

    @Test
    void nothingSelectedIsAnEmptyPage() {
        BackendReply.Found page = client().find(search().filter("userName eq \"nobody\""));

        assertThat(page.resources()).isEmpty();
        assertTotal(page, 0);
    }

    @Test
    void cursorsReachEverythingOnceInTheOrderOfTheList(TestInfo test, TestReporter reporter) {
        if (!hasCursors(test, reporter)) {
            return;
        }
        List<String> all = ids(client().find(search()));

        for (int size : new int[] {1, 4, 5, USERS, 100}) {
            assertThat(walk(search(), size)).as("pages of %s", size).isEqualTo(all);
        }
    }

    @Test
    void cursorsKeepTheFilter(TestInfo test, TestReporter reporter) {
        if (!hasCursors(test, reporter)) {
            return;
        }
        SearchRequest titled = search().filter("title pr");

        assertThat(walk(titled, 3)).isEqualTo(ids(client().find(titled)));
    }

    @Test
    void cursorsKeepTheSortAlsoAcrossEqualAndAbsentValues(TestInfo test, TestReporter reporter) {
        if (!hasCursors(test, reporter)) {
            return;
        }
        for (boolean ascending : new boolean[] {true, false}) {
            for (String attribute : sortedAttributes()) {
                SearchRequest sorted = search().sortBy(attribute, ascending);
                assertThat(walk(sorted, 3))
                        .as("%s, ascending %s", attribute, ascending)
                        .isEqualTo(ids(client().find(sorted)));
            }
        }
    }

    @Test
    void cursorsAreStableWhileResourcesComeAndGo(TestInfo test, TestReporter reporter) {
        if (!hasCursors(test, reporter)) {
            return;
        }
        BackendClient own = newTenant();
        List<StoredResource> before = fill(own);

        for (boolean sorted : capabilities().sort() ? new boolean[] {false, true} : new boolean[] {false}) {
            SearchRequest search = own.requests().search(Fixtures.USER);
            SearchRequest walked = sorted ? search.sortBy("title", false) : search;
            BackendReply.Found first = own.find(walked.cursor(Optional.empty(), 4));
            List<String> seen = new ArrayList<>(ids(first));
            List<String> unseen = before.stream()
                    .filter(own::exists)
                    .map(StoredResource::id)
                    .filter(id -> !seen.contains(id))
                    .toList();
            first.resources().subList(2, 4).forEach(own::delete);
            before.stream().filter(user -> user.id().equals(unseen.getFirst())).forEach(own::delete);
            own.users(Fixtures.names("late", 3));

            List<String> rest = rest(own, walked, first.next(), 4);

            assertThat(rest).doesNotHaveDuplicates().doesNotContainAnyElementsOf(seen);
            assertThat(rest).containsAll(unseen.subList(1, unseen.size())).doesNotContain(unseen.getFirst());
        }
    }

    @Test
    void anEmptyResultHasNoNextPage(TestInfo test, TestReporter reporter) {
        if (!hasCursors(test, reporter)) {
            return;
        }
        BackendReply.Found page =
                client().find(search().filter("userName eq \"nobody\"").cursor(Optional.empty(), 5));

        assertThat(page.resources()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    private static List<StoredResource> fill(BackendClient client) {
        List<String> names = Fixtures.names("pâge", USERS);
        List<StoredResource> made = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            made.add(client.create(Fixtures.USER, user(names.get(i), i)));
        }
        return made;
    }

    private static ObjectNode user(String name, int i) {
        var user = Fixtures.user(name).put("active", i % 2 == 0);
        OptionalInt title = i % 3 == 0 ? OptionalInt.empty() : OptionalInt.of(i % 3);
        title.ifPresent(number -> user.put("title", "Ä" + number));
        if (i % 4 != 0) {
            user.withArray("emails").addObject().put("value", "u%d@example.com".formatted(i % 5));
        }
        return user;
    }

    /** Sorting itself, and how it is refused, is {@link SortContract}'s. */
    private List<String> sortedAttributes() {
        return capabilities().sort() ? List.of("title", "userName", "meta.created", "emails", "active") : List.of();
    }

    private SearchRequest search() {
        return client().requests().search(Fixtures.USER);
    }

    private List<String> walk(SearchRequest search, int size) {
        return rest(client(), search, Optional.empty(), size, true);
    }

    private static List<String> rest(BackendClient client, SearchRequest search, Optional<String> from, int size) {
        return rest(client, search, from, size, from.isPresent());
    }

    private static List<String> rest(
            BackendClient client, SearchRequest search, Optional<String> from, int size, boolean more) {
        List<String> ids = new ArrayList<>();
        Optional<String> after = from;
        for (boolean next = more; next; next = after.isPresent()) {
            BackendReply.Found page = client.find(search.cursor(after, size));
            assertThat(page.resources()).hasSizeLessThanOrEqualTo(size);
            ids.addAll(ids(page));
            after = page.next();
        }
        return ids;
    }

    private boolean hasCursors(TestInfo test, TestReporter reporter) {
        return isCapable(
                capabilities().cursorPaging(),
                search().cursor(Optional.empty(), 1).build(),
                test,
                reporter);
    }

    private static void assertTotal(BackendReply.Found page, int expected) {
        assertThat(page.total().exact()).isTrue();
        assertThat(page.total().count()).isEqualTo(expected);
    }

    private static List<String> ids(BackendReply.Found found) {
        return found.resources().stream().map(StoredResource::id).toList();
    }
}
