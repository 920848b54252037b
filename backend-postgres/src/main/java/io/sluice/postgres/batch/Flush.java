package io.sluice.postgres.batch;

import io.sluice.postgres.sql.SqlErrors;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * Sends a batch as one statement and answers each of its writes. A batch that fails because of one of its rows is sent again row
 * by row, so that a bad row fails only itself; one that the server could not work on, or gave up, fails as a whole.
 *
 * @param statement one result for each item in its order
 */
record Flush<T, R>(Function<List<T>, Future<List<R>>> statement) {

    /** Runs {@code over} when every write of the batch has its answer; the statement is one of the first one's. */
    void send(List<Waiting<T, R>> batch, Runnable over) {
        batch.getFirst().asker().run(() -> send(batch).onComplete(done -> over.run()));
    }

    private Future<Void> send(List<Waiting<T, R>> batch) {
        return answer(batch)
                .onSuccess(results -> {
                    for (int i = 0; i < results.size(); i++) {
                        batch.get(i).promise().complete(results.get(i));
                    }
                })
                .<Void>mapEmpty()
                .recover(cause -> failed(batch, cause));
    }

    private Future<List<R>> answer(List<Waiting<T, R>> batch) {
        try {
            return statement.apply(batch.stream().map(Waiting::item).toList());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Void> failed(List<Waiting<T, R>> batch, Throwable cause) {
        if (batch.size() == 1 || !SqlErrors.mayBeOfOneRow(cause)) {
            batch.forEach(waiting -> waiting.promise().fail(cause));
            return Future.succeededFuture();
        }
        Future<Void> oneByOne = Future.succeededFuture();
        for (Waiting<T, R> waiting : batch) {
            oneByOne = oneByOne.compose(ignored -> send(List.of(waiting)));
        }
        return oneByOne;
    }
}
