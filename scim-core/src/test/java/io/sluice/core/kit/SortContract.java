package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.resource.StoredResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

/** The order of a sorted list (RFC 7644 section 3.4.2.3, {@link io.sluice.core.resource.Sort}). */
public abstract class SortContract extends BackendContract {

    private static final Comparator<Optional<String>> ABSENT_LAST =
            (left, right) -> left.isPresent() && right.isPresent()
                    ? CaseFolding.CODE_POINT_ORDER.compare(left.get(), right.get())
                    : Boolean.compare(left.isEmpty(), right.isEmpty());

    private List<StoredResource> users = List.of();

    @BeforeAll
    final void fill() {
        users = client().storedAll(Fixtures.users().stream()
                .map(user -> client().requests().create(Fixtures.USER, user))
                .toList());
    }

    @Test
    void textIsOrderedByItsFoldedCodePoints(TestInfo test, TestReporter reporter) {
        if (!sorts(test, reporter)) {
            return;
        }
        check("userName", folded(document -> document.path("userName")));
        check("name.familyName", folded(document -> document.path("name").path("familyName")));
        check("displayName", folded(document -> document.path("displayName")));
    }

    @Test
    void whatIsAbsentComesLastAscendingAndFirstDescending(TestInfo test, TestReporter reporter) {
        if (!sorts(test, reporter)) {
            return;
        }
        check("title", folded(document -> document.path("title")));
        check("userType", folded(document -> document.path("userType")));
    }

    @Test
    void caseCountsWhereTheAttributeIsExact(TestInfo test, TestReporter reporter) {
        if (!sorts(test, reporter)) {
            return;
        }
        check("externalId", text(document -> document.path("externalId"), UnaryOperator.identity()));
    }

    @Test
    void extensionAttributesAreSortedToo(TestInfo test, TestReporter reporter) {
        if (!sorts(test, reporter)) {
            return;
        }
        String urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        check(urn + ":department", folded(document -> document.path(urn).path("department")));
    }

    @Test
    void aMultiValuedAttributeCountsByItsPrimaryOrFirstValue(TestInfo test, TestReporter reporter) {
        if (!sorts(test, reporter)) {
            return;
        }
        BackendClient own = newTenant();
        StoredResource c = withEmails(own, "c", "c@example.com", "z@example.com");
        StoredResource b = withEmails(own, "b", "z@example.com", "B@example.com*");
        StoredResource a = withEmails(own, "a", "a@example.com");

        List<StoredResource> sorted = own.find(
                        own.requests().search(Fixtures.USER).sortBy("emails", true))
                .resources();
        List<StoredResource> bySub = own.find(
                        own.requests().search(Fixtures.USER).sortBy("emails.value", false))
                .resources();

        assertThat(sorted).extracting(StoredResource::id).containsExactly(a.id(), b.id(), c.id());
        assertThat(bySub).extracting(StoredResource::id).containsExactly(c.id(), b.id(), a.id());
    }

    @Test
    void timesAndBooleansAreOrdered(TestInfo test, TestReporter reporter) {
        if (!sorts(test, reporter)) {
            return;
        }
        check("active", text(document -> document.path("active"), UnaryOperator.identity()));
        check(
                "meta.created",
                user -> Optional.of("%020d.%09d"
                        .formatted(
                                user.created().getEpochSecond(), user.created().getNano())));
    }

    @Test
    void aSortAppliesToWhatTheFilterSelectsAndToEveryPage(TestInfo test, TestReporter reporter) {
        if (!sorts(test, reporter)) {
            return;
        }
        SearchRequest titled =
                client().requests().search(Fixtures.USER).filter("title pr").sortBy("title", true);

        List<String> all = ids(client().find(titled));
        List<String> paged = new ArrayList<>(ids(client().find(titled.page(1, 3))));
        paged.addAll(ids(client().find(titled.page(4, 3))));

        assertThat(all).hasSize(4).isEqualTo(paged);
    }

    private boolean sorts(TestInfo test, TestReporter reporter) {
        return isCapable(
                capabilities().sort(),
                client().requests()
                        .search(Fixtures.USER)
                        .sortBy("userName", true)
                        .build(),
                test,
                reporter);
    }

    private StoredResource withEmails(BackendClient own, String name, String... values) {
        var user = Fixtures.user(name);
        for (String value : values) {
            var email = user.withArray("emails").addObject();
            boolean primary = value.endsWith("*");
            email.put("value", primary ? value.substring(0, value.length() - 1) : value);
            if (primary) {
                email.put("primary", true);
            }
        }
        return own.create(Fixtures.USER, user);
    }

    private void check(String attribute, Function<StoredResource, Optional<String>> key) {
        Comparator<StoredResource> byKey = Comparator.comparing(key, ABSENT_LAST);
        Comparator<StoredResource> byId = Comparator.comparing(StoredResource::id);
        assertOrder(attribute, true, byKey.thenComparing(byId));
        assertOrder(attribute, false, byKey.reversed().thenComparing(byId));
    }

    private void assertOrder(String attribute, boolean ascending, Comparator<StoredResource> order) {
        BackendReply.Found reply =
                client().find(client().requests().search(Fixtures.USER).sortBy(attribute, ascending));
        List<String> expected =
                users.stream().sorted(order).map(StoredResource::id).toList();
        assertThat(ids(reply)).as("%s, ascending %s", attribute, ascending).isEqualTo(expected);
    }

    private static Function<StoredResource, Optional<String>> folded(Function<JsonNode, JsonNode> path) {
        return text(path, CaseFolding::fold);
    }

    private static Function<StoredResource, Optional<String>> text(
            Function<JsonNode, JsonNode> path, UnaryOperator<String> form) {
        return user -> Optional.of(path.apply(Documents.of(user)))
                .filter(value -> !value.isMissingNode())
                .map(value -> form.apply(value.asText()));
    }

    private static List<String> ids(BackendReply.Found found) {
        return found.resources().stream().map(StoredResource::id).toList();
    }
}
