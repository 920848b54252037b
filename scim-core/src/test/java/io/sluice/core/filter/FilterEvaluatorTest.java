package io.sluice.core.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.FilterEvaluator;
import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.ResourceView;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FilterEvaluatorTest {

    @ParameterizedTest(name = "[{index}] {0}: {1}")
    @CsvFileSource(resources = "evaluated.csv", delimiter = '|', quoteCharacter = '`')
    void selects(String resource, String filter, boolean selected) {
        ResourceView view = ResourceView.of(Samples.document(resource));

        assertThat(FilterEvaluator.matches(bind(resource, filter), view)).isEqualTo(selected);
        assertThat(FilterEvaluator.matches(bind(resource, "not (" + filter + ")"), view))
                .isEqualTo(!selected);
    }

    @Test
    void seesWhatIsKeptBesideAStoredUser() {
        ResourceView user = ResourceView.of(new StoredResource(
                Samples.type("User"),
                "u1",
                "7",
                Instant.parse("2010-01-23T04:56:22Z"),
                Instant.parse("2011-05-13T04:42:34Z"),
                Buffer.buffer("{\"userName\":\"ada\"}"),
                new Membership.InGroups(List.of(new GroupReference("g1", "Readers")))));

        assertThat(List.of(
                        "id eq \"u1\"",
                        "userName eq \"Ada\"",
                        "groups[value eq \"g1\" and display eq \"readers\"]",
                        "meta.version eq \"W/\\\"7\\\"\"",
                        "meta.lastModified gt \"2011-05-13T04:42:33Z\"",
                        "meta.resourceType eq \"User\""))
                .allMatch(filter -> FilterEvaluator.matches(bind("user", filter), user));
    }

    @Test
    void seesTheMembersOfAStoredGroup() {
        ResourceView group = ResourceView.of(new StoredResource(
                Samples.type("Group"),
                "g1",
                "1",
                Instant.EPOCH,
                Instant.EPOCH,
                Buffer.buffer("{\"displayName\":\"Readers\"}"),
                new Membership.OfGroup(
                        List.of(new Member("u1", Optional.of("User"), Optional.of("Ada"))), Optional.empty())));

        assertThat(FilterEvaluator.matches(
                        bind("group", "members[value eq \"u1\" and type eq \"User\" and display eq \"ada\"]"), group))
                .isTrue();
    }

    @Test
    void aValueOfTheWrongTypeIsPresentButEqualsNothing() {
        ResourceView user = ResourceView.of(
                JsonNodeFactory.instance.objectNode().put("active", "true").put("userName", 5));

        assertThat(FilterEvaluator.matches(bind("user", "active pr and userName pr"), user))
                .isTrue();
        assertThat(FilterEvaluator.matches(bind("user", "active eq true or userName eq \"5\""), user))
                .isFalse();
    }

    @Test
    void judgesASingleElement() {
        Filter.Elements bound = (Filter.Elements) bind("user", "emails[type eq \"work\" and not (primary eq true)]");

        assertThat(FilterEvaluator.matchesElement(
                        bound.filter(), StrictJson.parse(Buffer.buffer("{\"type\":\"WORK\",\"value\":\"x\"}"))))
                .isTrue();
        assertThat(FilterEvaluator.matchesElement(
                        bound.filter(), StrictJson.parse(Buffer.buffer("{\"type\":\"work\",\"primary\":true}"))))
                .isFalse();
    }

    private static Filter bind(String resource, String filter) {
        return FilterBinder.bind(
                FilterParser.parse(filter, FilterLimits.DEFAULT),
                Samples.type(resource.equals("user") ? "User" : "Group"));
    }
}
