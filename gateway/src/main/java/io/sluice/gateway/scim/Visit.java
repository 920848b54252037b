package io.sluice.gateway.scim;

import io.sluice.core.error.ScimException;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.ScimErrors;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request while it is being served. */
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final HttpServerRequest request;
    private final String requestId;
    private boolean unreadBody;

    Visit(HttpServerRequest request, String requestId, boolean hasBody) {
        this.request = request;
        this.requestId = requestId;
        this.unreadBody = hasBody;
    }

    HttpServerRequest request() {
        return request;
    }

    String requestId() {
        return requestId;
    }

    /** Whether there is a body that nobody has begun to read. */
    boolean hasUnreadBody() {
        return unreadBody;
    }

    void readingBody() {
        unreadBody = false;
    }

    /** HEAD is GET without the body, which whoever sends the answer leaves out. */
    String method() {
        return request.method().equals(HttpMethod.HEAD)
                ? "GET"
                : request.method().name();
    }

    boolean takesBody() {
        return switch (method()) {
            case "POST", "PUT", "PATCH" -> true;
            default -> false;
        };
    }

    Answer failed(Throwable cause) {
        if (!(cause instanceof ScimException)) {
            LOG.error("Request {} failed in a way that was not foreseen", requestId, cause);
        }
        return ScimErrors.answer(cause);
    }
}
