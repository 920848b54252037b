package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.patch.PatchParser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a plan: as many operations at once as there is room for, each when those that it depends on are over. Belongs to one
 * context: the futures that the operations return must complete there.
 *
 * <p>With {@code failOnErrors} the operations start in the order of the plan, and only while the limit would not be reached even
 * if all that are in flight failed: exactly those run that would have run one after the other.
 *
 * <p>An operation that has begun is waited for, and its result is told. What has not begun when the pace comes to a halt fails
 * with that as its reason.
 */
public final class BulkRun {

    private final BulkPlan plan;
    private final Function<ResolvedOperation, Future<OperationResult>> backend;
    private final BulkPace pace;
    private final Outcomes outcomes;
    private final Progress progress;
    private final int errorLimit;
    private final Promise<List<BulkResult>> promise = Promise.promise();
    private int inFlight;
    private boolean pumping;

    private BulkRun(BulkPlan plan, Function<ResolvedOperation, Future<OperationResult>> backend, BulkPace pace) {
        this.plan = plan;
        this.backend = backend;
        this.pace = pace;
        this.outcomes = new Outcomes(plan.names());
        this.progress = new Progress(plan.steps(), plan.failOnErrors().isPresent());
        this.errorLimit = Math.max(1, plan.failOnErrors().orElse(Integer.MAX_VALUE));
    }

    /**
     * @param backend runs one operation; a future that fails is a failed operation
     * @return never fails
     */
    public static Future<List<BulkResult>> run(
            BulkPlan plan, Function<ResolvedOperation, Future<OperationResult>> backend, BulkPace pace) {
        BulkRun run = new BulkRun(plan, backend, pace);
        run.pump();
        return run.promise.future();
    }

    /** Operations that complete at once come back here while it still runs; they only leave their mark then. */
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        for (int place = next(); place >= 0; place = next()) {
            progress.begin(place);
            BulkStep step = plan.steps().get(place);
            if (isStopped() && !(step instanceof BulkStep.Link)) {
                progress.end(place);
            } else {
                begin(place, step);
            }
        }
        pumping = false;
        if (progress.isOver()) {
            promise.tryComplete(outcomes.list(plan.operations()));
        }
    }

    private int next() {
        return isStopped() || hasRoom() ? progress.next() : -1;
    }

    private boolean isStopped() {
        return outcomes.errors() >= errorLimit;
    }

    private boolean hasRoom() {
        return inFlight < Math.max(1, pace.window()) && inFlight < errorLimit - outcomes.errors();
    }

    private void begin(int place, BulkStep step) {
        switch (step) {
            case BulkStep.Link link -> link(place, link);
            case BulkStep.Execute execute -> execute(place, execute.operation());
            case BulkStep.Fail fail -> over(place, fail.operation(), OperationResult.Failed.of(fail.error()));
        }
    }

    private void execute(int place, BulkOperation.Ready operation) {
        Optional<ScimError> halt = pace.halt();
        if (halt.isPresent()) {
            over(place, operation, OperationResult.Failed.of(halt.get()));
            return;
        }
        inFlight++;
        attempt(operation).onComplete(outcome -> {
            inFlight--;
            over(place, operation, outcome.succeeded() ? outcome.result() : failed(outcome.cause()));
        });
    }

    /** An operation that created something is finished even when no further one may start. */
    private void link(int place, BulkStep.Link link) {
        if (!(outcomes.of(link.operation().index()).orElse(null) instanceof OperationResult.Done created)) {
            progress.end(place);
            return;
        }
        Optional<ScimError> halt = pace.halt();
        if (halt.isPresent()) {
            over(place, link.operation(), both(created, OperationResult.Failed.of(halt.get())));
            return;
        }
        inFlight++;
        attempt(patch(link, created)).onComplete(outcome -> {
            inFlight--;
            OperationResult linked = outcome.succeeded() ? outcome.result() : failed(outcome.cause());
            over(place, link.operation(), both(created, linked));
        });
    }

    private void over(int place, BulkOperation operation, OperationResult result) {
        outcomes.put(operation.index(), result);
        progress.end(place);
        pump();
    }

    private Future<OperationResult> attempt(BulkOperation.Ready operation) {
        try {
            return backend.apply(outcomes.resolve(operation));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static BulkOperation.Ready patch(BulkStep.Link link, OperationResult.Done created) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(PatchParser.URN);
        body.set("Operations", link.additions());
        BulkOperation.Ready create = link.operation();
        return new BulkOperation.Ready(
                create.index(),
                create.bulkId(),
                BulkMethod.PATCH,
                create.path().to(created.id()),
                Optional.empty(),
                body);
    }

    private static OperationResult both(OperationResult.Done created, OperationResult linked) {
        return switch (linked) {
            case OperationResult.Done done ->
                new OperationResult.Done(
                        created.status(),
                        created.id(),
                        created.location(),
                        done.version().or(created::version));
            case OperationResult.Failed failed ->
                new OperationResult.Failed(
                        ScimError.of(
                                failed.error().kind(),
                                "The resource was created, but without its references that form a circle: "
                                        + failed.error().detail()),
                        Optional.of(created.location()));
        };
    }

    private static OperationResult failed(Throwable cause) {
        ScimError error = cause instanceof ScimException known
                ? known.error()
                : ScimError.of(ErrorKind.INTERNAL, "Something went wrong inside; the log has the details.");
        return OperationResult.Failed.of(error);
    }
}
