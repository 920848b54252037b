package io.sluice.ldap.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.control.TenantId;
import io.sluice.core.filter.Filter;
import io.sluice.core.resource.Sort;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Keeps snapshots for as long as somebody may still be paging through them. */
public final class Snapshots {

    private static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final long MAX_HITS = 4_000_000;

    /** Finding this many again costs less than answering from an old snapshot. */
    private static final int SMALL = 1_000;

    /** What makes two searches the same, whatever the page. */
    record Key(TenantId tenant, String type, Optional<Filter> filter, Optional<Sort> sort) {

        static Key of(TenantId tenant, SearchQuery query) {
            return new Key(tenant, query.type().name(), query.filter(), query.sort());
        }
    }

    private final Map<TenantId, AtomicLong> writes = new ConcurrentHashMap<>();
    private final Cache<Key, Snapshot> snapshots = Caffeine.newBuilder()
            .expireAfterWrite(LIFETIME)
            .maximumWeight(MAX_HITS)
            .<Key, Snapshot>weigher((key, snapshot) -> 1 + snapshot.hits().size())
            .build();

    /** To be told of every write, so that nobody is shown an old list who could know better. */
    public void written(TenantId tenant) {
        counter(tenant).incrementAndGet();
    }

    long writes(TenantId tenant) {
        return counter(tenant).get();
    }

    /**
     * @param later whether the page is not the first one: only then an earlier snapshot serves
     */
    Snapshot of(Key key, boolean later, Supplier<Snapshot> search) {
        Optional<Snapshot> kept = later
                ? Optional.ofNullable(snapshots.getIfPresent(key)).filter(snapshot -> isGoodEnough(key, snapshot))
                : Optional.empty();
        return kept.orElseGet(() -> {
            Snapshot taken = search.get();
            snapshots.put(key, taken);
            return taken;
        });
    }

    private boolean isGoodEnough(Key key, Snapshot snapshot) {
        return snapshot.hits().size() > SMALL || snapshot.writes() == writes(key.tenant());
    }

    private AtomicLong counter(TenantId tenant) {
        return writes.computeIfAbsent(tenant, ignored -> new AtomicLong());
    }
}
