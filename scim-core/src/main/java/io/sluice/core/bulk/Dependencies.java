package io.sluice.core.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** What the nodes of a plan wait for. */
final class Dependencies {

    private final int nodes;
    private final Map<Integer, Set<Integer>> before = new HashMap<>();
    private final Map<String, Integer> lastOn = new HashMap<>();

    Dependencies(int operations) {
        this.nodes = 2 * operations;
    }

    /** The first comes before the second. */
    void add(int first, int second) {
        before.computeIfAbsent(second, ignored -> new TreeSet<>()).add(first);
    }

    /** Nodes on the same resource come in the order in which they are given. */
    void inTurn(String resource, int node) {
        Integer previous = lastOn.put(resource, node);
        if (previous != null) {
            add(previous, node);
        }
    }

    Set<Integer> of(int node) {
        return before.getOrDefault(node, Set.of());
    }

    List<Integer> order(IntPredicate exists) {
        Graph graph = new Graph(nodes);
        before.forEach((second, firsts) -> firsts.forEach(first -> graph.add(first, second)));
        return graph.order().stream().filter(exists::test).toList();
    }
}
