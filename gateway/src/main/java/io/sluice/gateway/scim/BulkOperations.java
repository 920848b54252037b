package io.sluice.gateway.scim;

import io.sluice.core.bulk.BulkLimits;
import io.sluice.core.bulk.BulkPlan;
import io.sluice.core.bulk.BulkReader;
import io.sluice.core.bulk.BulkResponse;
import io.sluice.core.bulk.BulkRun;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.Drain;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.http.ScimErrors;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** Serves bulk requests (RFC 7644 section 3.7): planned as a whole, then each operation goes the way of a single request. */
final class BulkOperations {

    /** A body of more bytes is read and planned on a worker: it would hold up the event loop. */
    private static final int SMALL = 16 << 10;

    private final BulkLimits limits;
    private final int longestText;
    private final Dispatcher dispatcher;
    private final BulkOperationRunner runner;
    private final BulkBudget budget;
    private final Duration patience;
    private final Drain drain;

    BulkOperations(ScimServices services, Writes writes) {
        this.limits = new BulkLimits(
                services.config().scim().maxBulkOperations(),
                services.config().http().maxBulkBody());
        this.longestText = services.config().scim().maxTextLength();
        this.dispatcher = services.dispatcher();
        this.runner = new BulkOperationRunner(dispatcher, writes);
        this.budget = services.bulkBudget();
        this.patience = services.config().scim().bulkDeadline();
        this.drain = services.drain();
    }

    Future<Answer> run(ScimCall call) {
        int size = call.body().length();
        budget.take(size);
        BulkWindow window = window(call.caller());
        return plan(call.body())
                .compose(plan -> execute(call.caller(), plan, window))
                .onComplete(outcome -> budget.giveBack(size));
    }

    private Future<BulkPlan> plan(Buffer body) {
        Context context = Vertx.currentContext();
        return body.length() <= SMALL || context == null
                ? Future.succeededFuture(body).map(this::read)
                : context.executeBlocking(() -> read(body), false);
    }

    private BulkPlan read(Buffer body) {
        return BulkPlan.of(BulkReader.read(StrictJson.parse(body, longestText), limits));
    }

    private BulkWindow window(Caller caller) {
        return new BulkWindow(
                () -> dispatcher.hasRoom(caller.principal().tenant()), drain::isClosing, patience, System::nanoTime);
    }

    private Future<Answer> execute(Caller caller, BulkPlan plan, BulkWindow window) {
        return BulkRun.run(
                        plan,
                        operation -> runner.run(caller.renewed(dispatcher.deadline()), operation)
                                .onComplete(outcome -> window.oneIsOver()),
                        window)
                .map(results -> Answer.bytes(
                        200,
                        MediaTypes.SCIM,
                        BulkResponse.write(results, error -> StrictJson.write(ScimErrors.document(error)))));
    }
}
