package io.sluice.postgres.search;

import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.postgres.read.MembershipColumns;
import io.sluice.postgres.read.ResourceRow;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/**
 * The statements for one list request.
 *
 * <p>The page is read with one row more than is shown. Only if that row is there, so that the page alone does not tell the total,
 * does the statement count, up to a limit; a look-up by a unique name never does.
 */
final class SearchStatement {

    private final SearchQuery query;
    private final Parameters parameters;
    private final MembershipColumns membership;
    private final Optional<SortSql> sort;
    private final Optional<Position> after;
    private final String selection;
    private final long countLimit;

    SearchStatement(int tenant, SearchQuery query, int exactTotals) {
        this.query = query;
        this.parameters = new Parameters(tenant, query.type().name());
        this.membership = MembershipColumns.of(query.type(), query.include());
        this.sort = query.sort().map(wanted -> SortSql.of(wanted, query.type()));
        this.after = position(query.page());
        Scope scope = Scope.of(query);
        this.selection = scope.condition()
                + query.filter()
                        .map(filter -> " AND " + new FilterSql(query.type(), parameters, scope).condition(filter))
                        .orElse("");
        this.countLimit = offset() + query.page().count() + (long) exactTotals + 1;
    }

    private static Optional<Position> position(Page page) {
        return switch (page) {
            case Page.ByIndex index -> Optional.empty();
            case Page.ByCursor cursor -> cursor.after().map(Position::parse);
        };
    }

    MembershipColumns membership() {
        return membership;
    }

    Optional<Position> after() {
        return after;
    }

    /** From how many on the total is not exact. */
    long countLimit() {
        return countLimit;
    }

    long offset() {
        return offset(query.page());
    }

    static long offset(Page page) {
        return switch (page) {
            case Page.ByIndex index -> index.startIndex() - 1L;
            case Page.ByCursor cursor -> 0;
        };
    }

    Tuple parameters() {
        return parameters.values();
    }

    /** Whether one resource at most is selected, so that neither order nor page nor count matter. */
    boolean isSingle() {
        return after.isEmpty()
                && query.filter()
                        .map(filter -> Reach.of(filter, query.type()) == Reach.ONE)
                        .orElse(false);
    }

    /** To be called once: it adds its parameters. */
    String single(int memberPage) {
        int memberParameter = memberParameter(memberPage);
        return "SELECT " + ResourceRow.COLUMNS + membership.columns() + " FROM resource r"
                + membership.join("$1", memberParameter) + " WHERE " + selection;
    }

    /** To be called once: it adds its parameters. */
    String page(int memberPage) {
        String keyset = after.map(position -> " AND " + keyset(position)).orElse("");
        String limit = parameters.add(query.page().count() + 1L);
        String offset = parameters.add(offset());
        String counted = after.isPresent() ? "NULL::bigint" : counted(limit);
        String order = sort.map(SortSql::orderBy).orElse("r.id");
        String sorting = sort.map(by -> ", " + by.keyColumn() + " AS sort_key, row_number() OVER (ORDER BY "
                        + by.orderBy() + ") AS place")
                .orElse(", NULL::text AS sort_key");
        int memberParameter = memberParameter(memberPage);
        String window = selection + keyset + " ORDER BY " + order + " LIMIT " + limit + " OFFSET " + offset;
        return "WITH page AS MATERIALIZED (SELECT " + ResourceRow.COLUMNS + sorting + " FROM " + rows(window)
                + ") SELECT "
                + ResourceRow.COLUMNS
                + ", r.sort_key, " + counted + " AS total" + membership.columns() + " FROM page r"
                + membership.join("$1", memberParameter) + " ORDER BY " + (sort.isPresent() ? "r.place" : "r.id");
    }

    /** What is skipped is skipped in the index, where that is in the order of the page: only the page's own rows are read. */
    private String rows(String window) {
        return sort.isPresent() || offset() == 0
                ? "resource r WHERE " + window
                : "(SELECT r.id FROM resource r WHERE " + window
                        + ") AS place JOIN resource r ON r.tenant = $1 AND r.type = $2 AND r.id = place.id";
    }

    private int memberParameter(int memberPage) {
        return membership == MembershipColumns.MEMBERS
                ? Integer.parseInt(parameters.add(memberPage + 1).substring(1))
                : 0;
    }

    private String counted(String limit) {
        return "CASE WHEN (SELECT count(*) FROM page) = " + limit + " THEN (" + count() + ") END";
    }

    private String count() {
        return "SELECT count(*) FROM (SELECT FROM resource r WHERE " + selection + " LIMIT "
                + parameters.add(countLimit) + ") AS counted";
    }

    /** For when the page says nothing: nobody wants it, or it begins after the end. To be called instead of {@link #page}. */
    String total() {
        return "SELECT (" + count() + ") AS total";
    }

    private String keyset(Position position) {
        String id = parameters.add(position.id());
        return sort.map(order -> order.after(position.key(), id, parameters)).orElse("r.id > " + id);
    }
}
