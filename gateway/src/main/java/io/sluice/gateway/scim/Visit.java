package io.sluice.gateway.scim;

import io.sluice.core.dialect.Firings;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.ScimErrors;
import io.sluice.gateway.ratelimit.RateDecision;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request while it is being served. */
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final HttpServerRequest request;
    private final String requestId;
    private final long beganAt = System.nanoTime();
    private boolean unreadBody;
    private Optional<Principal> principal = Optional.empty();
    private Optional<ScimRoute> route = Optional.empty();
    private Optional<Firings> firings = Optional.empty();
    private Optional<Buffer> body = Optional.empty();
    private RateDecision rate = new RateDecision.Unlimited();

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

    /** Nanoseconds of the monotonic clock. */
    long beganAt() {
        return beganAt;
    }

    void admitted(Principal caller, RateDecision decision) {
        principal = Optional.of(caller);
        rate = decision;
    }

    /** Empty until the credential was found to be good for this path. */
    Optional<Principal> principal() {
        return principal;
    }

    RateDecision rate() {
        return rate;
    }

    void routed(ScimRoute found) {
        route = Optional.of(found);
    }

    Optional<ScimRoute> route() {
        return route;
    }

    Firings rewriting() {
        Firings none = new Firings();
        firings = Optional.of(none);
        return none;
    }

    /** The dialect's rules that made a difference; empty when the request did not get that far. */
    Optional<Firings> firings() {
        return firings;
    }

    Buffer read(Buffer whole) {
        body = Optional.of(whole);
        return whole;
    }

    /** What was read of the body; empty until all of it was. */
    Optional<Buffer> body() {
        return body;
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
            LOG.atError()
                    .addKeyValue("requestId", requestId)
                    .addKeyValue("route", route.map(Observations::name).orElse("?"))
                    .setCause(cause)
                    .log("Request {} failed in a way that was not foreseen", requestId);
        }
        return ScimErrors.answer(cause);
    }
}
