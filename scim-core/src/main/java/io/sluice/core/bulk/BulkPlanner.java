package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.json.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the steps of one plan. A node of the graph is twice the index of its operation, one more for its link. */
final class BulkPlanner {

    private final List<BulkOperation> operations;
    private final BulkNames names;
    private final Map<Integer, ScimError> failures = new HashMap<>();
    private final Map<Integer, Set<Integer>> references = new HashMap<>();
    private final Map<Integer, Severance.Severed> severances = new HashMap<>();

    BulkPlanner(List<BulkOperation> operations) {
        this.operations = operations;
        this.names = new BulkNames(operations);
    }

    List<BulkStep> steps() {
        operations.forEach(this::look);
        Circles circles = circles();
        circles.hopeless().forEach(operation -> failures.put(operation, circular(circles.hopeless())));
        circles.severed().forEach(this::sever);
        Dependencies dependencies = new Dependencies(operations.size());
        for (BulkOperation operation : operations) {
            if (operation instanceof BulkOperation.Ready ready && !failures.containsKey(ready.index())) {
                depend(dependencies, ready, circles.severed().getOrDefault(ready.index(), Set.of()));
            }
        }
        List<Integer> order = dependencies.order(node -> isNode(node));
        LooseOrder.add(order, operations, dependencies);
        return steps(order, dependencies);
    }

    private void look(BulkOperation operation) {
        switch (operation) {
            case BulkOperation.Refused refused -> failures.put(refused.index(), refused.error());
            case BulkOperation.Ready ready -> {
                Set<String> mentioned = mentioned(ready);
                mentioned.stream()
                        .filter(bulkId -> names.find(bulkId).isEmpty())
                        .findFirst()
                        .ifPresent(bulkId -> failures.put(ready.index(), unknown(bulkId)));
                references.put(ready.index(), creators(mentioned));
            }
        }
    }

    private Circles circles() {
        Map<Integer, Set<Integer>> all = new HashMap<>();
        Map<Integer, Set<Integer>> fixed = new HashMap<>();
        for (BulkOperation operation : operations) {
            if (operation instanceof BulkOperation.Ready ready
                    && ready.method() == BulkMethod.POST
                    && !failures.containsKey(ready.index())
                    && !references.getOrDefault(ready.index(), Set.of()).isEmpty()) {
                all.put(ready.index(), references.getOrDefault(ready.index(), Set.of()));
                Set<String> staying = Severance.fixedIn(ready.data());
                reference(ready.path()).ifPresent(staying::add);
                fixed.put(ready.index(), creators(staying));
            }
        }
        return Circles.find(all, fixed, operations.size());
    }

    private void sever(int index, Set<Integer> targets) {
        if (operations.get(index) instanceof BulkOperation.Ready ready) {
            severances.put(
                    index,
                    Severance.split(
                            ready.data(),
                            bulkId -> names.creator(bulkId)
                                    .filter(targets::contains)
                                    .isPresent()));
        }
    }

    private void depend(Dependencies dependencies, BulkOperation.Ready operation, Set<Integer> severed) {
        int node = 2 * operation.index();
        for (int target : references.getOrDefault(operation.index(), Set.of())) {
            dependencies.add(2 * target, severed.contains(target) ? node + 1 : node);
        }
        if (!severed.isEmpty()) {
            dependencies.add(node, node + 1);
        }
        if (operation.method() != BulkMethod.POST) {
            target(operation).ifPresent(resource -> dependencies.inTurn(resource, node));
            creator(operation)
                    .filter(severances::containsKey)
                    .ifPresent(creator -> dependencies.add(2 * creator + 1, node));
        }
    }

    /** The resource that an operation is on: its endpoint and id, or the operation that creates it. */
    private Optional<String> target(BulkOperation.Ready operation) {
        return operation
                .path()
                .target()
                .map(target -> target.startsWith(ReferenceText.PREFIX)
                        ? names.find(target.substring(ReferenceText.PREFIX.length()))
                                .map(named -> switch (named) {
                                    case BulkNames.Created created -> "#" + created.operation();
                                    case BulkNames.Existing existing -> existing.id();
                                })
                                .orElse(target)
                        : target);
    }

    private Optional<Integer> creator(BulkOperation.Ready operation) {
        return reference(operation.path()).flatMap(names::creator);
    }

    private List<BulkStep> steps(List<Integer> order, Dependencies dependencies) {
        Map<Integer, Integer> places = new HashMap<>();
        List<BulkStep> steps = new ArrayList<>(order.size());
        for (int node : order) {
            List<Integer> after = dependencies.of(node).stream()
                    .map(places::get)
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
            places.put(node, steps.size());
            steps.add(step(node, after));
        }
        return steps;
    }

    private BulkStep step(int node, List<Integer> after) {
        BulkOperation operation = operations.get(node / 2);
        Optional<ScimError> failure = Optional.ofNullable(failures.get(operation.index()));
        return switch (operation) {
            case BulkOperation.Refused refused -> new BulkStep.Fail(refused, refused.error(), after);
            case BulkOperation.Ready ready ->
                failure.<BulkStep>map(error -> new BulkStep.Fail(ready, error, after))
                        .orElseGet(() -> run(ready, node % 2 == 1, after));
        };
    }

    private BulkStep run(BulkOperation.Ready operation, boolean isLink, List<Integer> after) {
        Severance.Severed severed = severances.get(operation.index());
        if (severed == null) {
            return new BulkStep.Execute(operation, after);
        }
        ArrayNode additions = severed.additions();
        return isLink
                ? new BulkStep.Link(operation, additions, after)
                : new BulkStep.Execute(operation.with(severed.rest()), after);
    }

    private boolean isNode(int node) {
        return node % 2 == 0 || severances.containsKey(node / 2);
    }

    private Set<String> mentioned(BulkOperation.Ready operation) {
        Set<String> mentioned = References.in(operation.data());
        reference(operation.path()).ifPresent(mentioned::add);
        return mentioned;
    }

    private static Optional<String> reference(BulkPath path) {
        return path.target()
                .filter(target -> target.startsWith(ReferenceText.PREFIX))
                .map(target -> target.substring(ReferenceText.PREFIX.length()));
    }

    private Set<Integer> creators(Set<String> bulkIds) {
        Set<Integer> creators = new TreeSet<>();
        bulkIds.forEach(bulkId -> names.creator(bulkId).ifPresent(creators::add));
        return creators;
    }

    private static ScimError unknown(String bulkId) {
        return ScimError.of(
                ErrorKind.INVALID_VALUE,
                "The operation refers to bulkId " + Excerpt.of(bulkId)
                        + ", but no operation of this request that leads to a resource has it");
    }

    private ScimError circular(Set<Integer> operations) {
        String circle = operations.stream()
                .limit(10)
                .map(index ->
                        this.operations.get(index).bulkId().map(Excerpt::of).orElse("?"))
                .collect(Collectors.joining(", "));
        return ScimError.of(
                ErrorKind.CONFLICT,
                "The operation refers in a circle to resources that do not exist yet (" + circle
                        + "), through an attribute that cannot be added afterwards; only members, manager and other"
                        + " complex attributes can");
    }
}
