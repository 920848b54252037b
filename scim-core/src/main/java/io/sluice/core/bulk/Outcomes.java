package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of the operations of one bulk while it runs. */
final class Outcomes {

    private final BulkNames names;
    private final Map<Integer, OperationResult> results = new TreeMap<>();
    private int errors;

    Outcomes(BulkNames names) {
        this.names = names;
    }

    void put(int operation, OperationResult result) {
        results.put(operation, result);
        if (result instanceof OperationResult.Failed) {
            errors++;
        }
    }

    Optional<OperationResult> of(int operation) {
        return Optional.ofNullable(results.get(operation));
    }

    int errors() {
        return errors;
    }

    /**
     * @throws ScimException when something that the operation refers to does not exist
     */
    ResolvedOperation resolve(BulkOperation.Ready operation) {
        BulkPath path = operation
                .path()
                .target()
                .filter(target -> target.startsWith(ReferenceText.PREFIX))
                .map(target -> operation.path().to(id(target.substring(ReferenceText.PREFIX.length()))))
                .orElse(operation.path());
        ObjectNode data = (ObjectNode) References.resolve(operation.data(), this::id);
        return new ResolvedOperation(operation.index(), operation.method(), path, operation.version(), data);
    }

    String id(String bulkId) {
        return names.find(bulkId)
                .map(named -> switch (named) {
                    case BulkNames.Existing existing -> existing.id();
                    case BulkNames.Created created -> created(bulkId, created.operation());
                })
                .orElseThrow(() -> missing(ErrorKind.INVALID_VALUE, bulkId, "which nothing has"));
    }

    private String created(String bulkId, int operation) {
        return switch (of(operation)
                .orElseThrow(() -> missing(ErrorKind.CONFLICT, bulkId, "whose operation was not run"))) {
            case OperationResult.Done done -> done.id();
            case OperationResult.Failed failed -> throw missing(kind(failed), bulkId, "whose operation failed");
        };
    }

    /** What failed for a passing reason may be repeated together with what depends on it. */
    private static ErrorKind kind(OperationResult.Failed failed) {
        return failed.error().kind() == ErrorKind.UNAVAILABLE ? ErrorKind.UNAVAILABLE : ErrorKind.CONFLICT;
    }

    private static ScimException missing(ErrorKind kind, String bulkId, String why) {
        return ScimError.of(kind, "The operation refers to bulkId " + Excerpt.of(bulkId) + ", " + why)
                .asException();
    }

    /** In the order of the request, without the operations that were not run. */
    List<BulkResult> list(List<BulkOperation> operations) {
        List<BulkResult> list = new ArrayList<>(results.size());
        results.forEach((index, result) -> {
            BulkOperation operation = operations.get(index);
            list.add(new BulkResult(operation.bulkId(), operation.methodName(), result));
        });
        return list;
    }
}
