package io.sluice.postgres.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.resource.Include;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value never becomes part of a statement's text: it is the same for every value. */
class StatementTextTest {

    private static final ResourceType USER =
            SchemaRegistry.standard().resourceType("User").orElseThrow();
    private static final ResourceType GROUP =
            SchemaRegistry.standard().resourceType("Group").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"%s\"",
                "userName ne \"%s\"",
                "userName sw \"%s\"",
                "userName co \"%s\"",
                "userName gt \"%s\"",
                "externalId eq \"%s\"",
                "id eq \"%s\"",
                "id sw \"%s\"",
                "displayName ew \"%s\"",
                "emails.value eq \"%s\"",
                "emails eq \"%s\"",
                "emails[type eq \"%s\"]",
                "emails[type eq \"work\" and value co \"%s\"]",
                "name.familyName le \"%s\"",
                "groups.value eq \"%s\"",
                "groups.display co \"%s\"",
                "meta.version eq \"%s\"",
                "schemas eq \"%s\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"%s\"",
                "not (title eq \"%s\") or nickName co \"%s\""
            })
    void isTheSameForHarmlessAndHostileTexts(String filter) {
        String harmless = text(USER, filter.replace("%s", "anna"));
        // For texts that no trigram index can narrow.
        String harmlessAndShort = text(USER, filter.replace("%s", "an"));

        for (String hostile : new String[] {
            "' OR 1=1 --",
            "$1",
            "%",
            "_",
            "\\\\\\\\",
            "\\\" OR \\\"",
            "'; DROP TABLE resource; --",
            "{}",
            "\\u2028",
            "𐐨"
        }) {
            assertThat(text(USER, filter.replace("%s", hostile))).isIn(harmless, harmlessAndShort);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"members.value eq \"%s\"", "members[value eq \"%s\"]", "members.display co \"%s\""})
    void isTheSameForMembersToo(String filter) {
        assertThat(text(GROUP, filter.replace("%s", "01990000-0000-7000-8000-000000000001")))
                .isEqualTo(text(GROUP, filter.replace("%s", "' OR true")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta.lastModified eq", "meta.lastModified gt", "meta.created le", "meta.created ge"})
    void isTheSameForAllTimes(String comparison) {
        assertThat(text(USER, comparison + " \"2020-01-01T00:00:00Z\""))
                .isEqualTo(text(USER, comparison + " \"2020-01-01T00:00:00.123456789+02:00\""));
    }

    private static String text(ResourceType type, String filter) {
        SearchQuery query = new SearchQuery(
                type,
                Optional.of(FilterBinder.bind(FilterParser.parse(filter, FilterLimits.DEFAULT), type)),
                Optional.empty(),
                new Page.ByIndex(1, 10),
                Include.ALL);
        SearchStatement statement = new SearchStatement(1, query, 1_000);
        return statement.isSingle() ? statement.single(10) : statement.page(10);
    }
}
