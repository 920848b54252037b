package io.sluice.gateway.scim;

import io.sluice.core.bulk.BulkLimits;
import io.sluice.core.bulk.BulkPlan;
import io.sluice.core.bulk.BulkReader;
import io.sluice.core.bulk.BulkResponse;
import io.sluice.core.bulk.BulkRun;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.http.ScimErrors;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** Serves bulk requests (RFC 7644 section 3.7): planned as a whole, then each operation goes the way of a single request. */
final class BulkOperations {

    /** A body of more bytes is read and planned on a worker: it would hold up the event loop. */
    private static final int SMALL = 16 << 10;

    private final BulkLimits limits;
    private final int longestText;
    private final Dispatcher dispatcher;
    private final BulkOperationRunner runner;
    private final BulkBudget budget;

    BulkOperations(ScimServices services) {
        this.limits = new BulkLimits(
                services.config().scim().maxBulkOperations(),
                services.config().http().maxBulkBody());
        this.longestText = services.config().scim().maxTextLength();
        this.dispatcher = services.dispatcher();
        this.runner = new BulkOperationRunner(dispatcher);
        this.budget = services.bulkBudget();
    }

    Future<Answer> run(ScimCall call) {
        int size = call.body().length();
        budget.take(size);
        return plan(call.body())
                .compose(plan -> execute(call.caller(), plan))
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

    private Future<Answer> execute(Caller caller, BulkPlan plan) {
        BulkWindow window =
                new BulkWindow(() -> dispatcher.hasRoom(caller.principal().tenant()));
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
