package io.sluice.gateway.admin;

import io.sluice.core.control.Actor;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.auth.AdminPrincipal;
import io.sluice.gateway.auth.AdminVerifier;
import io.sluice.gateway.auth.BearerHeader;
import io.sluice.gateway.config.HttpConfig;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.Answers;
import io.sluice.gateway.http.Bodies;
import io.sluice.gateway.http.ClientAddress;
import io.sluice.gateway.http.Problems;
import io.sluice.gateway.http.PublicUrl;
import io.sluice.gateway.http.QueryParameters;
import io.sluice.gateway.http.RequestIds;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the operations of the administration API on a router. Whoever adds a resource writes what it does; that its caller is an
 * administrator, its body bounded, and its failure a problem document is taken care of here.
 */
public final class AdminRoutes {

    public static final String ROOT = "/admin/v1";

    private static final Logger LOG = LoggerFactory.getLogger(AdminRoutes.class);

    private final Router router;
    private final AdminVerifier verifier;
    private final Bodies bodies;
    private final HttpConfig config;
    private final PublicUrl publicUrl;

    public AdminRoutes(Router router, AdminVerifier verifier, Bodies bodies, HttpConfig config) {
        this.router = router;
        this.verifier = verifier;
        this.bodies = bodies;
        this.config = config;
        this.publicUrl = new PublicUrl(config.publicUrl(), config.trustForwarded());
    }

    /**
     * The path is relative to {@link #ROOT}; parameters begin with a colon, the tenant's is {@code :tenant}.
     *
     * @param query the parameters that the query of the URL may have; any other, and one that is there twice, is refused
     */
    public AdminRoutes get(String path, Function<AdminCall, Future<Answer>> operation, String... query) {
        return on(HttpMethod.GET, path, operation, query);
    }

    public AdminRoutes post(String path, Function<AdminCall, Future<Answer>> operation) {
        return on(HttpMethod.POST, path, operation);
    }

    public AdminRoutes put(String path, Function<AdminCall, Future<Answer>> operation) {
        return on(HttpMethod.PUT, path, operation);
    }

    public AdminRoutes patch(String path, Function<AdminCall, Future<Answer>> operation) {
        return on(HttpMethod.PATCH, path, operation);
    }

    public AdminRoutes delete(String path, Function<AdminCall, Future<Answer>> operation, String... query) {
        return on(HttpMethod.DELETE, path, operation, query);
    }

    private AdminRoutes on(
            HttpMethod method, String path, Function<AdminCall, Future<Answer>> operation, String... query) {
        PermittedQuery permitted = new PermittedQuery(List.of(query));
        router.route(method, ROOT + path).handler(context -> handle(context, permitted, operation));
        return this;
    }

    private void handle(
            RoutingContext context, PermittedQuery permitted, Function<AdminCall, Future<Answer>> operation) {
        HttpServerRequest request = context.request();
        String requestId = RequestIds.of(request);
        request.pause();
        identify(request)
                .compose(principal -> principal.isEmpty()
                        ? Future.succeededFuture(unauthorized())
                        : serve(context, principal.get(), requestId, permitted, operation))
                .otherwise(cause -> failed(requestId, cause))
                .onSuccess(answer -> {
                    if (!request.isEnded()) {
                        bodies.discard(request);
                    }
                    Answers.send(request, requestId, answer);
                });
    }

    private Future<Optional<AdminPrincipal>> identify(HttpServerRequest request) {
        return switch (BearerHeader.read(request.headers().getAll(HttpHeaders.AUTHORIZATION))) {
            case BearerHeader.Bearer bearer -> verifier.verify(bearer.credential());
            case BearerHeader.Absent absent -> Future.succeededFuture(Optional.empty());
            case BearerHeader.Ambiguous several ->
                Future.failedFuture(RequestFields.wrong("Send one Authorization header, not several."));
        };
    }

    private Future<Answer> serve(
            RoutingContext context,
            AdminPrincipal principal,
            String requestId,
            PermittedQuery permitted,
            Function<AdminCall, Future<Answer>> operation) {
        HttpServerRequest request = context.request();
        MultiMap query = permitted.check(QueryParameters.of(context.request()));
        return bodies.read(request, config.maxBody())
                .compose(body -> operation.apply(new AdminCall(
                        principal,
                        new Actor(
                                principal.name(),
                                Actor.ADMINISTRATOR,
                                ClientAddress.of(request, config.trustForwarded())),
                        requestId,
                        publicUrl.of(request),
                        context.pathParams(),
                        query,
                        accept(request),
                        body)));
    }

    private static String accept(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null ? "" : accept;
    }

    private static Answer unauthorized() {
        return Problems.answer(401, "An administrator's credential is needed: Authorization: Bearer <token>.")
                .with("WWW-Authenticate", "Bearer realm=\"admin\"");
    }

    private static Answer failed(String requestId, Throwable cause) {
        if (!(cause instanceof ScimException)) {
            LOG.error("Request {} failed in a way that was not foreseen", requestId, cause);
        }
        return Problems.answer(cause);
    }
}
