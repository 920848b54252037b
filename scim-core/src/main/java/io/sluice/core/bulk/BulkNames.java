package io.sluice.core.bulk;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which resource a bulkId stands for. */
final class BulkNames {

    sealed interface Named {}

    /** The resource that the operation of this index creates. */
    record Created(int operation) implements Named {}

    /** One that exists: the operation with that bulkId changes it. */
    record Existing(String id) implements Named {}

    private final Map<String, BulkOperation> byName = new HashMap<>();
    private final Map<String, Optional<Named>> found = new HashMap<>();

    BulkNames(List<BulkOperation> operations) {
        operations.forEach(operation -> operation.bulkId().ifPresent(bulkId -> byName.put(bulkId, operation)));
    }

    /** Empty when no operation has that bulkId, or none that leads to a resource. */
    Optional<Named> find(String bulkId) {
        Optional<Named> known = found.get(bulkId);
        return known == null ? follow(bulkId) : known;
    }

    /** The index of the operation that creates the resource. */
    Optional<Integer> creator(String bulkId) {
        return find(bulkId)
                .flatMap(named -> named instanceof Created created
                        ? Optional.of(created.operation())
                        : Optional.<Integer>empty());
    }

    /** Every operation on the way leads to the same resource, and none is passed twice. */
    private Optional<Named> follow(String bulkId) {
        Set<String> passed = new LinkedHashSet<>();
        Optional<Named> end = Optional.empty();
        Optional<String> next = Optional.of(bulkId);
        while (next.isPresent() && passed.add(next.get())) {
            Optional<Named> known = found.getOrDefault(next.get(), Optional.empty());
            Optional<BulkOperation> operation = Optional.ofNullable(byName.get(next.get()));
            end = known.or(() -> operation.flatMap(BulkNames::resource));
            next = end.isPresent() ? Optional.empty() : operation.flatMap(BulkNames::other);
        }
        for (String name : passed) {
            found.put(name, end);
        }
        return end;
    }

    /** What the operation is on, when it says so itself. */
    private static Optional<Named> resource(BulkOperation operation) {
        return switch (operation) {
            // Nothing comes of it, and what refers to it is told so.
            case BulkOperation.Refused refused -> Optional.of(new Created(refused.index()));
            case BulkOperation.Ready ready ->
                ready.method() == BulkMethod.POST
                        ? Optional.of(new Created(ready.index()))
                        : ready.path()
                                .target()
                                .filter(target -> !target.startsWith(ReferenceText.PREFIX))
                                .map(Existing::new);
        };
    }

    /** The bulkId that it is on. */
    private static Optional<String> other(BulkOperation operation) {
        return operation instanceof BulkOperation.Ready ready
                ? ready.path()
                        .target()
                        .filter(target -> target.startsWith(ReferenceText.PREFIX))
                        .map(target -> target.substring(ReferenceText.PREFIX.length()))
                : Optional.empty();
    }
}
