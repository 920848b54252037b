package io.sluice.ldap.search;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.backend.Total;
import io.sluice.core.resource.Sort;
import io.sluice.core.resource.SortKey;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.entry.Entries;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.entry.Replies;
import io.sluice.ldap.entry.Resources;
import io.sluice.ldap.filter.Directions;
import io.sluice.ldap.filter.Pushdown;
import io.sluice.ldap.filter.Pushed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers list requests: the directory finds a superset, every entry is judged again, pages are cut from a snapshot. */
public final class Search {

    /** So many entries of a result are kept for the page, more are read again. */
    private static final int KEPT = 1_000;

    private final Realm realm;
    private final Entries entries;
    private final Replies replies;
    private final Resources resources;
    private final Pushdown pushdown;
    private final Snapshots snapshots;
    private final Directions.Factory directions;

    public Search(
            Realm realm,
            Entries entries,
            Replies replies,
            Resources resources,
            Snapshots snapshots,
            Directions.Factory directions) {
        this.realm = realm;
        this.entries = entries;
        this.replies = replies;
        this.resources = resources;
        this.pushdown = new Pushdown(realm);
        this.snapshots = snapshots;
        this.directions = directions;
    }

    public BackendReply.Found find(RequestContext context, SearchQuery query) {
        Snapshots.Key key = Snapshots.Key.of(context.tenant(), query);
        Snapshot snapshot = snapshots.of(key, isLater(query.page()), () -> take(context, query));
        Total total = new Total(snapshot.hits().size(), true);
        int from = Math.min(start(query, snapshot), snapshot.hits().size());
        int to = Math.min(from + query.page().count(), snapshot.hits().size());
        List<StoredResource> page =
                page(context, query, snapshot, snapshot.hits().subList(from, to));
        return new BackendReply.Found(page, total, next(query.page(), snapshot, to));
    }

    private static boolean isLater(Page page) {
        return switch (page) {
            case Page.ByIndex index -> index.startIndex() > 1;
            case Page.ByCursor cursor -> cursor.after().isPresent();
        };
    }

    private static int start(SearchQuery query, Snapshot snapshot) {
        return switch (query.page()) {
            case Page.ByIndex index -> index.startIndex() - 1;
            case Page.ByCursor cursor ->
                cursor.after()
                        .map(after -> Position.parse(after).in(snapshot.hits(), order(query)))
                        .orElse(0);
        };
    }

    private static Optional<String> next(Page page, Snapshot snapshot, int to) {
        boolean more =
                page instanceof Page.ByCursor && to > 0 && to < snapshot.hits().size();
        return more ? Optional.of(Position.before(to, snapshot.hits()).text()) : Optional.empty();
    }

    private Snapshot take(RequestContext context, SearchQuery query) {
        long writes = snapshots.writes(context.tenant());
        Pushed pushed = query.filter()
                .map(filter -> pushdown.push(filter, query.type(), directions.of(context)))
                .orElseGet(Pushed.Everything::new);
        Collector collector = switch (pushed) {
            case Pushed.Nothing ignored -> new Collector(judge(context, query, false), KEPT);
            case Pushed.Everything ignored ->
                collect(context, query, typeFilter(query), query.filter().isPresent());
            case Pushed.Some some ->
                collect(context, query, Filter.createANDFilter(typeFilter(query), some.filter()), !some.exact());
        };
        return new Snapshot(
                collector.hits(order(query)), collector.kept(), realm.clock().instant(), writes);
    }

    private static Comparator<SortKey> order(SearchQuery query) {
        return SortKey.comparator(query.sort().map(Sort::ascending).orElse(true));
    }

    private Collector collect(RequestContext context, SearchQuery query, Filter filter, boolean filtering) {
        Judge judge = judge(context, query, filtering);
        boolean idsOnly = judge.needsOnlyIds() && query.page().count() == 0;
        String[] attributes = idsOnly
                ? new String[] {realm.mapping().id().attribute()}
                : entries.requested().of(query.type());
        Collector collector = entries.stream(
                context,
                realm.base(context.tenant(), query.type()),
                filter,
                () -> new Collector(judge, idsOnly ? 0 : KEPT),
                attributes);
        collector.judgePending();
        return collector;
    }

    private Filter typeFilter(SearchQuery query) {
        return realm.mapping().of(query.type()).filter();
    }

    private Judge judge(RequestContext context, SearchQuery query, boolean filtering) {
        return new Judge(context, query, filtering, replies, resources);
    }

    private List<StoredResource> page(
            RequestContext context, SearchQuery query, Snapshot snapshot, List<SortKey> hits) {
        Map<String, Entry> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (SortKey hit : hits) {
            Optional.ofNullable(snapshot.entries().get(hit.id()))
                    .ifPresentOrElse(entry -> found.put(hit.id(), entry), () -> missing.add(hit.id()));
        }
        entries.findAll(context, query.type(), missing).forEach(entry -> found.put(resources.id(entry), entry));
        List<StoredResource> page = new ArrayList<>(hits.size());
        for (SortKey hit : hits) {
            // Whoever was deleted since the snapshot was taken is left out.
            Optional.ofNullable(found.get(hit.id()))
                    .ifPresent(entry -> page.add(replies.resource(context, query.type(), entry, query.include())));
        }
        return page;
    }
}
