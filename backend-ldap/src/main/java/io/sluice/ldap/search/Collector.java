package io.sluice.ldap.search;

import com.unboundid.ldap.sdk.Entry;
import io.sluice.core.resource.SortKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges entries as they arrive, and keeps those of a small result. */
final class Collector implements Consumer<Entry> {

    private final Judge judge;
    private final int most;
    private final List<SortKey> hits = new ArrayList<>();
    private final Map<String, Entry> kept = new HashMap<>();
    private final List<Entry> pending = new ArrayList<>();
    private boolean few = true;

    Collector(Judge judge, int most) {
        this.judge = judge;
        this.most = most;
    }

    @Override
    public void accept(Entry entry) {
        if (judge.isSelfContained(entry)) {
            judge.judge(entry).ifPresent(hit -> hit(hit, entry));
        } else {
            pending.add(entry);
        }
    }

    /** To be called when the connection is free again: these need the directory once more. */
    void judgePending() {
        pending.forEach(entry -> judge.judge(entry).ifPresent(hit -> hit(hit, entry)));
        pending.clear();
    }

    List<SortKey> hits(Comparator<SortKey> order) {
        hits.sort(order);
        return List.copyOf(hits);
    }

    Map<String, Entry> kept() {
        return few ? Map.copyOf(kept) : Map.of();
    }

    private void hit(SortKey hit, Entry entry) {
        hits.add(hit);
        few &= hits.size() <= most;
        if (few) {
            kept.put(Optional.of(hit).map(SortKey::id).orElseThrow(), entry);
        } else {
            kept.clear();
        }
    }
}
