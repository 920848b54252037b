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
 * does the statement count, up to a limit; a look-up by a unique name never does, and without a filter the total is kept.
 */
final class SearchStatement {

    private final SearchQuery query;
    private final Parameters parameters;
    private final MembershipColumns membership;
    private final Optional<SortSql> sort;
    private final Optional<Position> after;
    private final String selection;
    private final long countLimit;
    private final Optional<Landmark> landmark;

    SearchStatement(int tenant, SearchQuery query, int exactTotals) {
        this(tenant, query, exactTotals, Optional.empty());
    }

    /**
     * @param landmark for {@link #isDeep deep} pages: from where to count
     */
    SearchStatement(int tenant, SearchQuery query, int exactTotals, Optional<Landmark> landmark) {
        this.query = query;
        this.landmark = landmark;
        this.parameters = new Parameters(tenant, query.type().name());
        this.membership = MembershipColumns.of(query.type(), query.include());
        this.sort = query.sort().map(wanted -> SortSql.of(wanted, query.type()));
        this.after = position(query.page());
        Scope scope = Scope.of(query);
        this.selection = scope.condition()
                + query.filter()
                        .map(filter -> " AND " + new FilterSql(query.type(), parameters, scope).condition(filter))
                        .orElse("");
        this.countLimit = query.filter().isEmpty()
                ? Long.MAX_VALUE
                : offset() + query.page().count() + (long) exactTotals + 1;
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

    /** Whether a landmark may help: the order is that of the ids, and nothing is left out of it. */
    boolean isDeep() {
        return offset() >= Landmarks.SPACING
                && query.filter().isEmpty()
                && query.sort().isEmpty();
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
        String counted = after.isPresent() ? "NULL::bigint" : counted(limit);
        String sorting = sort.map(by -> ", " + by.keyColumn() + " AS sort_key, row_number() OVER (ORDER BY "
                        + by.orderBy() + ") AS place")
                .orElse(", NULL::text AS sort_key");
        String rows = landmark.isPresent() ? rowsFromStart(limit) : rows(selection + keyset, limit);
        String moved = landmark.isPresent() ? ", (SELECT moved FROM start) AS moved" : ", false AS moved";
        int memberParameter = memberParameter(memberPage);
        return "WITH " + landmark.map(this::start).orElse("")
                + "page AS MATERIALIZED (SELECT " + ResourceRow.COLUMNS + sorting + " FROM " + rows
                + ") SELECT "
                + ResourceRow.COLUMNS
                + ", r.sort_key, " + counted + " AS total" + moved + membership.columns() + " FROM page r"
                + membership.join("$1", memberParameter) + " ORDER BY " + (sort.isPresent() ? "r.place" : "r.id");
    }

    private String rows(String condition, String limit) {
        String window = condition + " ORDER BY " + sort.map(SortSql::orderBy).orElse("r.id") + " LIMIT " + limit
                + " OFFSET " + parameters.add(offset());
        return sort.isPresent() || offset() == 0 ? "resource r WHERE " + window : skipped(window);
    }

    /** What is skipped is skipped in the index, which is in the order of the page: only the page's own rows are read. */
    private static String skipped(String window) {
        return "(SELECT r.id FROM resource r WHERE " + window
                + ") AS place JOIN resource r ON r.tenant = $1 AND r.type = $2 AND r.id = place.id";
    }

    private String rowsFromStart(String limit) {
        return skipped(selection + " AND r.id >= (SELECT id FROM start) ORDER BY r.id LIMIT " + limit
                + " OFFSET (SELECT skip FROM start)");
    }

    /** From the landmark, or from the very first resource if something was deleted since the landmark was found. */
    private String start(Landmark from) {
        String gone = parameters.add(from.gone());
        return "start AS MATERIALIZED (SELECT moved, CASE WHEN moved THEN '00000000-0000-0000-0000-000000000000' ELSE "
                + parameters.add(from.id()) + "::uuid END AS id, CASE WHEN moved THEN " + parameters.add(offset())
                + "::bigint ELSE " + parameters.add(offset() - from.place())
                + "::bigint END AS skip FROM (SELECT coalesce(sum(t.gone), 0) <> " + gone
                + "::bigint AS moved FROM resource_total t WHERE t.tenant = $1 AND t.type = $2) AS deletions), ";
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
        if (query.filter().isEmpty()) {
            return "SELECT coalesce(sum(t.made - t.gone), 0)::bigint FROM resource_total t WHERE t.tenant = $1 AND t.type = $2";
        }
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
