package io.sluice.core.bulk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What has to come before what, among numbered nodes. */
final class Graph {

    private final List<List<Integer>> after;
    private final int[] before;

    Graph(int nodes) {
        this.after = new ArrayList<>(nodes);
        for (int i = 0; i < nodes; i++) {
            after.add(List.of());
        }
        this.before = new int[nodes];
    }

    /** The first comes before the second. */
    void add(int first, int second) {
        if (after.get(first).isEmpty()) {
            after.set(first, new ArrayList<>(2));
        }
        after.get(first).add(second);
        before[second]++;
    }

    /** All nodes, each after those that come before it, otherwise by number. Nodes of a circle are left out, and what follows. */
    List<Integer> order() {
        int[] missing = before.clone();
        BitSet free = new BitSet(missing.length);
        for (int node = 0; node < missing.length; node++) {
            free.set(node, missing[node] == 0);
        }
        List<Integer> order = new ArrayList<>(missing.length);
        for (int node = free.nextSetBit(0); node >= 0; node = free.nextSetBit(0)) {
            free.clear(node);
            order.add(node);
            for (int next : after.get(node)) {
                missing[next]--;
                if (missing[next] == 0) {
                    free.set(next);
                }
            }
        }
        return order;
    }
}
