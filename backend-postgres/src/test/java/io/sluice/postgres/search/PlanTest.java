package io.sluice.postgres.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Sort;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.Pools;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What identity providers ask for is answered by indexes, in a table with many tenants, users and members: never by looking at
 * every row. Both for plans that know the values and for those that are kept for all values.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTest {

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = FilledDatabase.create();
    private final PostgresSettings settings = PostgresSettings.of(database.uri());
    private final Pool pool = Pools.open(vertx, settings, "plans", 1);
    private final Sql sql = Pools.sql(pool);

    @AfterAll
    void close() {
        await(pool.close());
        await(vertx.close());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    User  | userName eq "user-1234@example.com"                                        | resource_name
                    User  | userName eq "USER-1234@EXAMPLE.COM"                                        | resource_name
                    User  | userName sw "user-1234"                                                    | resource_name
                    User  | externalId eq "ext-1234"                                                   | resource_external_id
                    User  | emails.value eq "user-1234@example.com"                                    | resource_emails
                    User  | emails eq "user-1234@example.com"                                          | resource_emails
                    User  | emails[type eq "work" and value eq "user-1234@example.com"]                | resource_emails
                    User  | displayName eq "Name 1234"                                                 | resource_display
                    User  | displayName sw "Name 1234"                                                 | resource_display
                    User  | id eq "00000000-0000-7000-8000-000000001234"                               | resource_pkey
                    User  | meta.lastModified gt "2030-01-01T00:00:00Z"                                | resource_modified
                    User  | userName eq "a" or emails.value eq "a"                                     | resource_name
                    User  | userName eq "a" or emails.value eq "a"                                     | resource_emails
                    User  | userName eq "a" and active eq true                                         | resource_name
                    User  | userName eq "a" or externalId eq "a" or emails.value eq "a"                | resource_external_id
                    User  | userName eq "a" or externalId eq "a" or emails.value eq "a"                | resource_emails
                    User  | externalId eq "ext-1234" and active eq true                                | resource_external_id
                    User  | emails[type eq "work" and value eq "user-1234@example.com" and primary eq true] | resource_emails
                    User  | id eq "00000000-0000-7000-8000-000000001234" and urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager eq "m" | resource_pkey
                    User  | groups.value eq "00000000-0000-7000-8000-000000100007"                     | group_member_pkey
                    Group | displayName eq "Group 7"                                                   | resource_display
                    Group | externalId eq "g-7"                                                        | resource_external_id
                    Group | members.value eq "00000000-0000-7000-8000-000000001234"                    | group_member_reverse
                    Group | members[value eq "00000000-0000-7000-8000-000000001234"]                   | group_member_reverse
                    Group | id eq "00000000-0000-7000-8000-000000100007" and members eq "00000000-0000-7000-8000-000000001234" | resource_pkey
                    """)
    void aFilterOfAnIdentityProviderUsesItsIndex(String type, String filter, String index) throws SQLException {
        SearchQuery query = query(type(type), Optional.of(filter), Optional.empty());

        assertThat(plan(query)).contains(index).doesNotContain("Seq Scan on resource r", "BitmapAnd");
        assertThat(genericPlan(query)).contains(index).doesNotContain("Seq Scan on resource r", "BitmapAnd");
    }

    @ParameterizedTest
    @CsvSource({
        "User, id, resource_pkey",
        "User, userName, resource_name",
        "User, displayName, resource_display",
        "User, meta.lastModified, resource_modified",
        "Group, id, resource_pkey",
        "Group, displayName, resource_display"
    })
    void aListIsReadInTheOrderOfAnIndex(String type, String sortBy, String index) {
        Optional<String> sort = sortBy.equals("id") ? Optional.empty() : Optional.of(sortBy);

        assertThat(plan(query(type(type), Optional.empty(), sort)))
                .contains(index)
                // The total may be counted in whatever way is cheapest; the page may not.
                .doesNotContain("Seq Scan on resource r_1");
    }

    /** The rows before it are counted in the index and not read. */
    @Test
    void aDeepPageByIndexReadsItsOwnRowsOnly() throws SQLException {
        SearchQuery query = new SearchQuery(
                type("User"), Optional.empty(), Optional.empty(), new Page.ByIndex(15_001, 10), Include.NOTHING);

        assertThat(genericPlan(query)).contains("Index Only Scan using resource_pkey on resource r_");
        assertThat(plan(query)).doesNotContain("Seq Scan on resource r");
    }

    /** It is found in the index and not by counting. */
    @Test
    void aDeepPageBeginsAtItsLandmark() throws SQLException {
        SearchQuery query = new SearchQuery(
                type("User"), Optional.empty(), Optional.empty(), new Page.ByIndex(15_001, 10), Include.NOTHING);
        Landmark landmark = new Landmark(10_000, new java.util.UUID(0x7000, 0), 0);

        for (String plan : List.of(
                plan(new SearchStatement(1, query, 1_000, Optional.of(landmark))),
                genericPlan(new SearchStatement(1, query, 1_000, Optional.of(landmark))))) {
            assertThat(plan)
                    .containsPattern("Index Only Scan using resource_pkey.*\\R.*Index Cond: .*id >= \\(InitPlan")
                    .doesNotContain("Seq Scan on resource r");
        }
    }

    /** Where a page ends the next one begins, however deep. */
    @ParameterizedTest
    @CsvSource({
        "User, id, resource_pkey",
        "User, userName, resource_name",
        "User, displayName, resource_display",
        "User, meta.lastModified, resource_modified"
    })
    void aPageByCursorBeginsWithinItsIndex(String type, String sortBy, String index) {
        Optional<Sort> sort = sortBy.equals("id")
                ? Optional.empty()
                : AttributeResolver.resolve(type(type), sortBy).map(path -> new Sort(path, true));
        Optional<String> key = switch (sortBy) {
            case "id" -> Optional.empty();
            case "meta.lastModified" -> Optional.of("2024-06-10T00:00:00Z");
            default -> Optional.of("name 1234");
        };
        Position position = new Position(
                java.util.UUID.fromString("00000000-0000-7000-8000-000000001234"),
                key,
                new io.sluice.core.backend.Total(20_000, true));
        SearchQuery query = new SearchQuery(
                type(type),
                Optional.empty(),
                sort,
                new Page.ByCursor(Optional.of(position.text()), 10),
                Include.NOTHING);

        assertThat(plan(query)).contains(index).doesNotContain("Seq Scan on resource r");
    }

    private String plan(SearchQuery query) {
        return plan(new SearchStatement(1, query, 1_000));
    }

    private String plan(SearchStatement statement) {
        String text = "EXPLAIN (COSTS OFF) " + text(statement);
        return await(sql.send(text, statement.parameters())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> row.getString(0))
                        .collect(Collectors.joining("\n"))));
    }

    private String genericPlan(SearchQuery query) throws SQLException {
        return genericPlan(new SearchStatement(1, query, 1_000));
    }

    private String genericPlan(SearchStatement statement) throws SQLException {
        String text = text(statement);
        String nulls =
                String.join(", ", Collections.nCopies(statement.parameters().size(), "NULL"));
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.connect();
                Statement jdbc = connection.createStatement()) {
            jdbc.execute("SET plan_cache_mode = force_generic_plan");
            jdbc.execute("PREPARE page AS " + text);
            try (ResultSet rows = jdbc.executeQuery("EXPLAIN (COSTS OFF) EXECUTE page (" + nulls + ")")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private static String text(SearchStatement statement) {
        return statement.isSingle() ? statement.single(10) : statement.page(10);
    }

    private static SearchQuery query(ResourceType type, Optional<String> filter, Optional<String> sortBy) {
        Optional<Filter> bound =
                filter.map(text -> FilterBinder.bind(FilterParser.parse(text, FilterLimits.DEFAULT), type));
        Optional<Sort> sort =
                sortBy.flatMap(name -> AttributeResolver.resolve(type, name)).map(path -> new Sort(path, true));
        return new SearchQuery(type, bound, sort, new Page.ByIndex(1, 10), Include.NOTHING);
    }

    private static ResourceType type(String name) {
        return SchemaRegistry.standard().resourceType(name).orElseThrow();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
