package io.sluice.gateway.start;

import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.Answers;
import io.sluice.gateway.http.Problems;
import io.sluice.gateway.http.RequestIds;
import io.sluice.gateway.http.RouterPart;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the router of everything outside SCIM. */
final class Routers {

    private static final Logger LOG = LoggerFactory.getLogger(Routers.class);

    private static final Map<Integer, String> WORDS = Map.of(
            404, "There is nothing here.",
            405, "This method is not possible here.",
            413, "The body is too large.",
            500, "Something went wrong inside; the request id leads to the details in the log.");

    private Routers() {}

    static Router of(Vertx vertx, List<RouterPart> parts) {
        Router router = Router.router(vertx);
        parts.forEach(part -> part.mountOn(router));
        for (int status : List.of(400, 404, 405, 406, 413, 415, 500)) {
            router.errorHandler(status, context -> refuse(context, status));
        }
        return router;
    }

    private static void refuse(RoutingContext context, int status) {
        String requestId = RequestIds.of(context.request());
        if (context.failure() != null && status == 500) {
            LOG.error("Request {} failed in a way that was not foreseen", requestId, context.failure());
        }
        Answer answer = Problems.answer(status, WORDS.getOrDefault(status, "The request is not valid."));
        Answers.send(context.request(), requestId, answer);
    }
}
