package io.sluice.postgres.search;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.backend.Total;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.read.Lookups;
import io.sluice.postgres.read.MatchKey;
import io.sluice.postgres.read.MembershipColumns;
import io.sluice.postgres.read.ResourceRow;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lists: one statement; two when a page by index begins after the last resource, or when it is deep and no other deep page of the
 * tenant was asked for lately.
 */
public final class Searches {

    private final Sql sql;
    private final Lookups lookups;
    private final PostgresSettings settings;
    private final Landmarks landmarks;

    public Searches(Sql sql, Lookups lookups, PostgresSettings settings, InstantSource clock) {
        this.sql = sql;
        this.lookups = lookups;
        this.settings = settings;
        this.landmarks = new Landmarks(sql, clock);
    }

    public Future<BackendReply> search(BackendRequest.Search search) {
        SearchQuery query = search.query();
        if (query.page().count() == 0) {
            return total(search).map(total -> new BackendReply.Found(List.of(), total, Optional.empty()));
        }
        return Match.of(search.context().tenant().number(), query)
                .map(key -> matched(search, key))
                .orElseGet(() -> listed(search));
    }

    private Future<BackendReply> listed(BackendRequest.Search search) {
        SearchStatement statement = statement(search, Optional.empty());
        if (statement.isSingle()) {
            return single(search, statement);
        }
        return statement.isDeep() ? deep(search, statement.offset()) : page(search, statement);
    }

    private Future<BackendReply> deep(BackendRequest.Search search, long offset) {
        return landmarks
                .before(
                        search.context().tenant().number(),
                        search.query().type().name(),
                        offset)
                .compose(landmark -> page(search, statement(search, landmark)));
    }

    private Future<BackendReply> matched(BackendRequest.Search search, MatchKey key) {
        SearchQuery query = search.query();
        MembershipColumns membership = MembershipColumns.of(query.type(), query.include());
        return lookups.matching(search.context(), query.type(), key, membership)
                .compose(rows -> rows.size() > 1
                        ? listed(search)
                        : Future.succeededFuture(
                                all(rows.stream().map(ResourceRow::resource).toList(), query.page())));
    }

    private Future<BackendReply> single(BackendRequest.Search search, SearchStatement statement) {
        String text = statement.single(settings.memberPageSize());
        return sql.send(text, statement.parameters()).map(rows -> {
            List<StoredResource> found =
                    Rows.all(rows, row -> resource(row, search, statement).resource());
            return all(found, search.query().page());
        });
    }

    /** One resource at most. */
    private static BackendReply all(List<StoredResource> found, Page page) {
        List<StoredResource> shown = SearchStatement.offset(page) > 0 ? List.of() : found;
        return new BackendReply.Found(shown, new Total(found.size(), true), Optional.empty());
    }

    private Future<BackendReply> page(BackendRequest.Search search, SearchStatement statement) {
        String text = statement.page(settings.memberPageSize());
        return sql.send(text, statement.parameters()).compose(rows -> {
            List<Hit> hits = Rows.all(rows, row -> hit(row, search, statement));
            if (rows.size() > 0 && rows.iterator().next().getBoolean("moved")) {
                landmarks.moved(
                        search.context().tenant().number(),
                        search.query().type().name());
            }
            Optional<Total> total = total(statement, search.query().page(), rows, hits.size());
            return total.map(Future::succeededFuture)
                    .orElseGet(() -> total(search))
                    .map(known -> found(search.query().page(), hits, known));
        });
    }

    private record Hit(StoredResource resource, Optional<String> sortKey) {}

    private Hit hit(Row row, BackendRequest.Search search, SearchStatement statement) {
        return new Hit(resource(row, search, statement).resource(), Optional.ofNullable(row.getString("sort_key")));
    }

    private ResourceRow resource(Row row, BackendRequest.Search search, SearchStatement statement) {
        return ResourceRow.read(
                row, search.context(), search.query().type(), statement.membership(), settings.memberPageSize());
    }

    private SearchStatement statement(BackendRequest.Search search, Optional<Landmark> landmark) {
        return new SearchStatement(
                search.context().tenant().number(), search.query(), settings.exactTotals(), landmark);
    }

    private Future<Total> total(BackendRequest.Search search) {
        SearchStatement statement = statement(search, Optional.empty());
        String text = statement.total();
        return sql.send(text, statement.parameters())
                .map(rows -> counted(rows.iterator().next().getLong("total"), statement));
    }

    /** Empty when the page does not tell. */
    private static Optional<Total> total(SearchStatement statement, Page page, RowSet<Row> rows, int seen) {
        if (statement.after().isPresent()) {
            return statement.after().map(Position::total);
        }
        if (seen > page.count()) {
            return Optional.of(counted(rows.iterator().next().getLong("total"), statement));
        }
        return seen == 0 && statement.offset() > 0
                ? Optional.empty()
                : Optional.of(new Total(statement.offset() + seen, true));
    }

    private static Total counted(long count, SearchStatement statement) {
        return new Total(count, count < statement.countLimit());
    }

    private static BackendReply found(Page page, List<Hit> hits, Total total) {
        boolean more = hits.size() > page.count();
        List<Hit> shown = more ? hits.subList(0, page.count()) : hits;
        List<StoredResource> resources = shown.stream().map(Hit::resource).toList();
        return switch (page) {
            case Page.ByIndex index -> new BackendReply.Found(resources, total, Optional.empty());
            case Page.ByCursor cursor ->
                new BackendReply.Found(
                        resources, total, more ? Optional.of(position(shown.getLast(), total)) : Optional.empty());
        };
    }

    private static String position(Hit last, Total total) {
        return new Position(UUID.fromString(last.resource().id()), last.sortKey(), total).text();
    }
}
