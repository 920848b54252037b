package io.sluice.gateway.scim;

import io.sluice.core.control.Actor;
import io.sluice.core.error.ErrorKind;
import io.sluice.gateway.auth.BearerHeader;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.auth.RefusedBearers;
import io.sluice.gateway.auth.Verifier;
import io.sluice.gateway.config.HttpConfig;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.Answers;
import io.sluice.gateway.http.Bodies;
import io.sluice.gateway.http.ClientAddress;
import io.sluice.gateway.http.PublicUrl;
import io.sluice.gateway.http.QueryParameters;
import io.sluice.gateway.http.RequestIds;
import io.sluice.gateway.http.ScimErrors;
import io.sluice.gateway.render.Locations;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where SCIM requests come in. The order is the point: the credential is verified before anything else of the request is
 * believed, and before a single byte of its body is read.
 */
public final class ScimEntrance implements Handler<HttpServerRequest> {

    private static final Buffer NO_BODY = Buffer.buffer(0);

    private final ScimServices services;
    private final Verifier verifier;
    private final RefusedBearers refusals;
    private final HttpConfig config;
    private final Bodies bodies;
    private final PublicUrl publicUrl;
    private final Operations operations;

    /** One for each event loop. */
    public ScimEntrance(ScimServices services, Bodies bodies, RefusedBearers refusals) {
        this.services = services;
        this.verifier = services.verifier();
        this.refusals = refusals;
        this.config = services.config().http();
        this.bodies = bodies;
        this.publicUrl = new PublicUrl(config.publicUrl(), config.trustForwarded());
        this.operations = new Operations(services);
    }

    @Override
    public void handle(HttpServerRequest request) {
        Visit visit = new Visit(request, RequestIds.of(request), hasBody(request));
        if (visit.hasUnreadBody()) {
            request.pause();
        }
        attempt(() -> identify(visit)).onComplete(outcome -> {
            Answer answer = outcome.succeeded() ? outcome.result() : visit.failed(outcome.cause());
            if (visit.hasUnreadBody()) {
                bodies.discard(request);
            }
            services.tally().count(visit, answer);
            Answers.send(request, visit.requestId(), services.traffic().leave(visit, answer));
        });
    }

    private Future<Answer> identify(Visit visit) {
        List<String> headers = visit.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        return switch (BearerHeader.read(headers)) {
            case BearerHeader.Absent absent -> done(ScimErrors.challenge());
            case BearerHeader.Ambiguous several ->
                done(ScimErrors.answer(ErrorKind.BAD_REQUEST, "Send one Authorization header, not several."));
            case BearerHeader.Bearer bearer ->
                verifier.verify(bearer.credential()).compose(principal -> admit(visit, bearer.credential(), principal));
        };
    }

    private Future<Answer> admit(Visit visit, String credential, Optional<Principal> verified) {
        Optional<ScimPath> path = Optional.ofNullable(visit.request().path()).flatMap(ScimPath::parse);
        Optional<Principal> admitted = verified.filter(principal -> path.flatMap(ScimPath::tenant)
                .map(principal.tenant().id().slug()::equals)
                .orElse(true));
        if (admitted.isEmpty()) {
            refusals.note(credential, verified, ClientAddress.of(visit.request(), config.trustForwarded()));
            return done(ScimErrors.refusal());
        }
        if (!admitted.get().tenant().provisioningEnabled()) {
            return done(ScimErrors.answer(
                    ErrorKind.FORBIDDEN,
                    "Provisioning is switched off for this tenant; its operator can switch it on."));
        }
        Optional<Answer> later = services.traffic().admit(visit, admitted.get());
        if (later.isPresent()) {
            return done(later.get());
        }
        return path.isEmpty() ? done(nothing()) : route(visit, admitted.get(), path.get());
    }

    private Future<Answer> route(Visit visit, Principal principal, ScimPath path) {
        var registry = services.schemas().of(principal.tenant());
        ScimRoute route = RouteFinder.find(path.segments(), registry);
        visit.routed(route);
        String method = visit.method();
        if (route.methods().isEmpty()) {
            return done(nothing());
        }
        if (!route.methods().contains(method)) {
            return done(ScimErrors.methodNotAllowed(visit.request().method().name(), route.methods()));
        }
        Optional<Answer> objection = Negotiation.objection(visit.request().headers());
        if (objection.isPresent()) {
            return done(objection.get());
        }
        Caller caller = new Caller(
                principal,
                registry,
                new Locations(publicUrl.of(visit.request()) + path.root(), registry),
                visit.requestId(),
                new Actor(
                        principal.credentialId(),
                        principal.idp(),
                        ClientAddress.of(visit.request(), config.trustForwarded())),
                Instant.now().plus(services.dispatcher().deadline()),
                visit.rewriting());
        return body(visit, route)
                .compose(body -> operations.run(
                        method,
                        new ScimCall(
                                caller,
                                route,
                                Once.check(QueryParameters.of(visit.request())),
                                visit.request().headers(),
                                body)));
    }

    private Future<Buffer> body(Visit visit, ScimRoute route) {
        if (!visit.hasUnreadBody() || !visit.takesBody()) {
            return Future.succeededFuture(NO_BODY);
        }
        visit.readingBody();
        return bodies.read(visit.request(), route instanceof ScimRoute.Bulk ? config.maxBulkBody() : config.maxBody())
                .map(visit::read);
    }

    private static Answer nothing() {
        return ScimErrors.answer(ErrorKind.NOT_FOUND, "There is no such endpoint or resource.");
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static Future<Answer> attempt(Supplier<Future<Answer>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<Answer> done(Answer answer) {
        return Future.succeededFuture(answer);
    }
}
