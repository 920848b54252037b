package io.sluice.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.sluice.load.scenario.Answer;
import io.sluice.load.scenario.Exchange;
import io.sluice.load.scenario.Method;
import io.sluice.load.scenario.Phase;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a virtual user does in a phase: takes a chain of requests and sends them one after the other; the session holds the
 * request that is next. The feeder is the phase itself, which makes its chains from the seed.
 */
final class Chain {

    private static final String EXCHANGE = "exchange";
    private static final String STATUS = "status";
    private static final String BODY = "body";

    private final Phase phase;
    private final AtomicInteger taken = new AtomicInteger();

    Chain(Phase phase) {
        this.phase = phase;
    }

    /** One chain: the open model starts a virtual user for each. */
    ChainBuilder once() {
        return exec(this::take).asLongAs(Chain::isUnderWay).on(step());
    }

    /** Chains until none is left: the closed model has a number of virtual users that share them. */
    ChainBuilder untilEmpty() {
        return asLongAs(session -> taken.get() < phase.journeys()).on(once());
    }

    private Session take(Session session) {
        int number = taken.getAndIncrement();
        Optional<Exchange> first = number < phase.journeys() ? phase.start().apply(number) : Optional.empty();
        return first.map(exchange -> session.set(EXCHANGE, exchange)).orElseGet(() -> session.remove(EXCHANGE));
    }

    private static boolean isUnderWay(Session session) {
        return session.contains(EXCHANGE);
    }

    private static Exchange exchange(Session session) {
        return session.get(EXCHANGE);
    }

    private static ChainBuilder step() {
        return doSwitch(session -> exchange(session).method())
                .on(
                        onCase(Method.GET)
                                .then(exec(checked(
                                        named().get(session -> exchange(session).path())))),
                        onCase(Method.POST)
                                .then(exec(sending(named().post(
                                                session -> exchange(session).path())))),
                        onCase(Method.PUT)
                                .then(exec(sending(
                                        named().put(session -> exchange(session).path())))),
                        onCase(Method.PATCH)
                                .then(exec(sending(named().patch(
                                                session -> exchange(session).path())))),
                        onCase(Method.DELETE)
                                .then(exec(checked(named().delete(
                                                session -> exchange(session).path())))))
                .exec(Chain::advance);
    }

    private static io.gatling.javaapi.http.Http named() {
        return http(session -> exchange(session).operation());
    }

    private static HttpRequestActionBuilder sending(HttpRequestActionBuilder request) {
        return checked(request.body(StringBody(session -> exchange(session).body()))
                .header("Content-Type", "application/scim+json"));
    }

    /** Both checks fail with the reason alone, so that the report groups by it. */
    private static HttpRequestActionBuilder checked(HttpRequestActionBuilder request) {
        return request.check(
                status().validate("status", (code, session) -> {
                            reject(exchange(session).statusFault(code));
                            return code;
                        })
                        .saveAs(STATUS),
                bodyString()
                        .validate("content", (body, session) -> {
                            reject(exchange(session).content().fault(new Answer(0, body == null ? "" : body)));
                            return body;
                        })
                        .saveAs(BODY));
    }

    private static void reject(Optional<String> fault) {
        fault.ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
    }

    /** A request that failed ends its chain; it was counted. */
    private static Session advance(Session session) {
        if (session.isFailed()) {
            return session.markAsSucceeded().remove(EXCHANGE);
        }
        String body = session.contains(BODY) ? session.getString(BODY) : "";
        Answer answer = new Answer(session.getInt(STATUS), body == null ? "" : body);
        return exchange(session)
                .next()
                .after(answer)
                .map(next -> session.set(EXCHANGE, next))
                .orElseGet(() -> session.remove(EXCHANGE));
    }
}
