package io.sluice.core.bulk;

import java.util.HashMap;
import java.util.HashSet;
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

    BulkNames(List<BulkOperation> operations) {
        operations.forEach(operation -> operation.bulkId().ifPresent(bulkId -> byName.put(bulkId, operation)));
    }

    /** Empty when no operation has that bulkId, or none that leads to a resource. */
    Optional<Named> find(String bulkId) {
        return find(bulkId, new HashSet<>());
    }

    /** The index of the operation that creates the resource. */
    Optional<Integer> creator(String bulkId) {
        return find(bulkId)
                .flatMap(named -> named instanceof Created created
                        ? Optional.of(created.operation())
                        : Optional.<Integer>empty());
    }

    private Optional<Named> find(String bulkId, Set<String> asked) {
        BulkOperation operation = byName.get(bulkId);
        if (operation == null || !asked.add(bulkId)) {
            return Optional.empty();
        }
        return switch (operation) {
            // Nothing comes of it, and what refers to it is told so.
            case BulkOperation.Refused refused -> Optional.of(new Created(refused.index()));
            case BulkOperation.Ready ready ->
                ready.method() == BulkMethod.POST
                        ? Optional.of(new Created(ready.index()))
                        : ready.path().target().flatMap(target -> target(target, asked));
        };
    }

    private Optional<Named> target(String target, Set<String> asked) {
        return target.startsWith(ReferenceText.PREFIX)
                ? find(target.substring(ReferenceText.PREFIX.length()), asked)
                : Optional.of(new Existing(target));
    }
}
