package io.sluice.core.bulk;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A backend that holds what it is asked to do until it is told to go on. A link is shown as its create's index and a plus. */
final class Stage {

    record Call(String label, ResolvedOperation operation, Promise<OperationResult> promise) {}

    private final List<BulkOperation> operations;
    private final Set<String> failing;
    private final List<Call> waiting = new ArrayList<>();
    private final Map<String, ResolvedOperation> seen = new LinkedHashMap<>();

    Stage(List<BulkOperation> operations, Set<String> failing) {
        this.operations = operations;
        this.failing = failing;
    }

    Future<OperationResult> run(ResolvedOperation operation) {
        boolean isLink = operation.method() == BulkMethod.PATCH
                && operations.get(operation.index()).methodName().equals("POST");
        String label = operation.index() + (isLink ? "+" : "");
        Call call = new Call(label, operation, Promise.promise());
        waiting.add(call);
        seen.put(label, operation);
        return call.promise().future();
    }

    Map<String, ResolvedOperation> seen() {
        return seen;
    }

    List<Call> waiting() {
        return waiting;
    }

    /** Answers what waits now, and gives their labels. */
    List<String> wave() {
        List<Call> wave = List.copyOf(waiting);
        waiting.clear();
        wave.forEach(this::answer);
        return wave.stream().map(Call::label).toList();
    }

    void answer(Call call) {
        waiting.remove(call);
        if (failing.contains(call.label())) {
            call.promise().fail(ScimException.of(ErrorKind.UNIQUENESS, "It is taken"));
        } else {
            call.promise().complete(done(call));
        }
    }

    private static OperationResult done(Call call) {
        BulkMethod method = call.operation().method();
        String id =
                call.operation().path().target().orElse("id-" + call.operation().index());
        int status = switch (method) {
            case POST -> 201;
            case PUT, PATCH -> 200;
            case DELETE -> 204;
        };
        String location = "/" + call.operation().path().endpoint() + "/" + id;
        return new OperationResult.Done(
                status, id, location, Optional.of(call.label().endsWith("+") ? "linked" : "new"));
    }
}
