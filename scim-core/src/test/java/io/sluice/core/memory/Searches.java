package io.sluice.core.memory;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.backend.Total;
import io.sluice.core.resource.FilterEvaluator;
import io.sluice.core.resource.ResourceView;
import io.sluice.core.resource.Sort;
import io.sluice.core.resource.SortKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists: every resource of the type is looked at, and what is selected is put in order. */
record Searches(Replies replies) {

    private record Hit(Entry entry, SortKey key) {}

    BackendReply.Found find(Partition partition, SearchQuery query) {
        Comparator<SortKey> order =
                SortKey.comparator(query.sort().map(Sort::ascending).orElse(true));
        List<Hit> hits = partition
                .ofType(query.type())
                .flatMap(entry -> hit(partition, entry, query))
                .sorted(Comparator.comparing(Hit::key, order))
                .toList();
        Total total = new Total(hits.size(), true);
        return switch (query.page()) {
            case Page.ByIndex index -> {
                Stream<Hit> rest = hits.stream().skip(index.startIndex() - 1L);
                yield found(partition, query, window(rest, index.count()), total, false);
            }
            case Page.ByCursor cursor -> {
                List<Hit> page = window(after(cursor, hits, order), cursor.count() + 1L);
                boolean more = page.size() > cursor.count();
                yield found(partition, query, more ? page.subList(0, cursor.count()) : page, total, more);
            }
        };
    }

    private static Stream<Hit> after(Page.ByCursor cursor, List<Hit> hits, Comparator<SortKey> order) {
        return cursor.after()
                .map(CursorText::parse)
                .map(last -> hits.stream().filter(hit -> order.compare(hit.key(), last) > 0))
                .orElseGet(hits::stream);
    }

    private BackendReply.Found found(
            Partition partition, SearchQuery query, List<Hit> page, Total total, boolean more) {
        Optional<String> next = more && !page.isEmpty()
                ? Optional.of(CursorText.of(page.getLast().key()))
                : Optional.empty();
        return new BackendReply.Found(
                page.stream()
                        .map(hit -> replies.resource(partition, hit.entry(), query.include()))
                        .toList(),
                total,
                next);
    }

    private static Stream<Hit> hit(Partition partition, Entry entry, SearchQuery query) {
        ResourceView view = Views.of(partition, entry);
        boolean selected = query.filter()
                .map(filter -> FilterEvaluator.matches(filter, view))
                .orElse(true);
        return selected ? Stream.of(new Hit(entry, key(entry, view, query.sort()))) : Stream.empty();
    }

    private static SortKey key(Entry entry, ResourceView view, Optional<Sort> sort) {
        return sort.map(wanted -> SortKey.of(wanted, view)).orElseGet(() -> new SortKey(Optional.empty(), entry.id()));
    }

    private static List<Hit> window(Stream<Hit> hits, long count) {
        return hits.limit(count).toList();
    }
}
