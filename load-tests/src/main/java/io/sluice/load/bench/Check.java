package io.sluice.load.bench;

import io.sluice.load.drive.ScimClient.Answer;
import io.vertx.core.Future;
import java.util.Arrays;

/** Turns an answer that is not what it has to be into a failure with a short reason. */
final class Check {

    private Check() {}

    static Future<Void> status(Future<Answer> answer, int... expected) {
        return answer.compose(got -> Arrays.stream(expected).anyMatch(status -> status == got.status())
                ? Future.succeededFuture()
                : Future.failedFuture("status " + got.status()));
    }

    /** A list with exactly one resource. */
    static Future<Void> found(Future<Answer> answer) {
        return answer.compose(
                got -> got.status() == 200 && got.body().toString().contains("\"totalResults\":1,")
                        ? Future.succeededFuture()
                        : Future.failedFuture("status " + got.status() + " or not exactly one match"));
    }
}
