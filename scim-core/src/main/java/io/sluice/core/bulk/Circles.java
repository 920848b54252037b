package io.sluice.core.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Creates that refer to each other in circles, and how they are broken.
 *
 * @param severed for an operation those that it has to be linked to after they and itself were created
 * @param hopeless operations of circles that cannot be broken
 */
record Circles(Map<Integer, Set<Integer>> severed, Set<Integer> hopeless) {

    /**
     * @param references for each create those that it refers to
     * @param fixed of these references the ones that cannot be taken out
     * @param size a number greater than all operations'
     */
    static Circles find(Map<Integer, Set<Integer>> references, Map<Integer, Set<Integer>> fixed, int size) {
        Set<Integer> knot = knot(references);
        if (knot.isEmpty()) {
            return new Circles(Map.of(), Set.of());
        }
        Map<Integer, Set<Integer>> fixedInside = within(fixed, knot);
        Set<Integer> hopeless = knot(fixedInside);
        Set<Integer> rest = new TreeSet<>(knot);
        rest.removeAll(hopeless);
        Map<Integer, Integer> ranks = ranks(within(fixedInside, rest), size);
        Map<Integer, Set<Integer>> severed = new HashMap<>();
        for (int operation : rest) {
            Predicate<Integer> comesTooLate = other -> rank(ranks, other) >= rank(ranks, operation);
            Set<Integer> late = new TreeSet<>(references.get(operation));
            late.retainAll(rest);
            late.removeIf(comesTooLate.negate());
            if (!late.isEmpty()) {
                severed.put(operation, late);
            }
        }
        return new Circles(severed, hopeless);
    }

    /** What is left when everything is taken away that refers to nothing or that nothing refers to, again and again. */
    private static Set<Integer> knot(Map<Integer, Set<Integer>> references) {
        Map<Integer, Set<Integer>> reversed = reversed(references);
        Set<Integer> left = new TreeSet<>(references.keySet());
        peel(left, references, reversed);
        peel(left, reversed, references);
        return left;
    }

    private static void peel(Set<Integer> left, Map<Integer, Set<Integer>> forth, Map<Integer, Set<Integer>> back) {
        Map<Integer, Integer> counts = new HashMap<>();
        Deque<Integer> loose = new ArrayDeque<>();
        for (int node : left) {
            int count = count(forth.getOrDefault(node, Set.of()), left);
            counts.put(node, count);
            if (count == 0) {
                loose.add(node);
            }
        }
        while (!loose.isEmpty()) {
            int node = loose.remove();
            left.remove(node);
            for (int other : back.getOrDefault(node, Set.of())) {
                if (left.contains(other) && counts.merge(other, -1, Integer::sum) == 0) {
                    loose.add(other);
                }
            }
        }
    }

    private static int count(Set<Integer> nodes, Set<Integer> among) {
        return (int) nodes.stream().filter(among::contains).count();
    }

    private static Map<Integer, Set<Integer>> reversed(Map<Integer, Set<Integer>> references) {
        Map<Integer, Set<Integer>> reversed = new HashMap<>();
        references.forEach((from, targets) -> targets.forEach(
                to -> reversed.computeIfAbsent(to, ignored -> new HashSet<>()).add(from)));
        return reversed;
    }

    private static Map<Integer, Set<Integer>> within(Map<Integer, Set<Integer>> references, Set<Integer> nodes) {
        Map<Integer, Set<Integer>> inside = new HashMap<>();
        for (int node : nodes) {
            Set<Integer> targets = new TreeSet<>(references.getOrDefault(node, Set.of()));
            targets.retainAll(nodes);
            inside.put(node, targets);
        }
        return inside;
    }

    private static Map<Integer, Integer> ranks(Map<Integer, Set<Integer>> references, int size) {
        Graph graph = new Graph(size);
        references.forEach((from, targets) -> targets.forEach(to -> graph.add(to, from)));
        List<Integer> order = new ArrayList<>(graph.order());
        Map<Integer, Integer> ranks = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            ranks.put(order.get(i), i);
        }
        return ranks;
    }

    private static int rank(Map<Integer, Integer> ranks, int operation) {
        return ranks.getOrDefault(operation, -1);
    }
}
