package io.sluice.gateway.oauth;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.config.HttpConfig;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.Answers;
import io.sluice.gateway.http.Bodies;
import io.sluice.gateway.http.ClientAddress;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.http.Problems;
import io.sluice.gateway.http.PublicUrl;
import io.sluice.gateway.http.RequestIds;
import io.sluice.gateway.http.RouterPart;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The authorization server over HTTP: token endpoint, metadata, keys. None of it needs a credential but the client's own. */
public final class OAuthRoutes implements RouterPart {

    private static final int MAX_BODY = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final AuthorizationServer server;
    private final Bodies bodies;
    private final HttpConfig config;
    private final PublicUrl publicUrl;

    public OAuthRoutes(AuthorizationServer server, Bodies bodies, HttpConfig config) {
        this.server = server;
        this.bodies = bodies;
        this.config = config;
        this.publicUrl = new PublicUrl(config.publicUrl(), config.trustForwarded());
    }

    @Override
    public void mountOn(Router router) {
        router.post("/oauth2/token").handler(context -> answer(context.request(), this::token));
        router.get("/oauth2/jwks")
                .handler(context -> answer(
                        context.request(), request -> server.publishedKeys().map(OAuthRoutes::json)));
        router.get("/.well-known/oauth-authorization-server")
                .handler(context -> answer(
                        context.request(),
                        request -> Future.succeededFuture(json(AuthorizationServer.metadata(publicUrl.of(request))))));
    }

    private void answer(HttpServerRequest request, Function<HttpServerRequest, Future<Answer>> operation) {
        String requestId = RequestIds.of(request);
        request.pause();
        attempt(request, operation).otherwise(Problems::answer).onSuccess(answer -> {
            if (!request.isEnded()) {
                bodies.discard(request);
            }
            Answers.send(request, requestId, answer);
        });
    }

    private static Future<Answer> attempt(
            HttpServerRequest request, Function<HttpServerRequest, Future<Answer>> operation) {
        try {
            return operation.apply(request);
        } catch (ScimException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Answer> token(HttpServerRequest request) {
        if (!isForm(request)) {
            return Future.succeededFuture(
                    reply(TokenReply.Refused.badRequest("invalid_request", "The body must be " + FORM + ".")));
        }
        String issuer = publicUrl.of(request);
        return bodies.read(request, MAX_BODY)
                .compose(body -> server.endpoint()
                        .serve(new TokenRequest(
                                request.headers().getAll(HttpHeaders.AUTHORIZATION),
                                body.toString(StandardCharsets.UTF_8),
                                issuer,
                                RequestIds.of(request),
                                ClientAddress.of(request, config.trustForwarded()))))
                .map(OAuthRoutes::reply)
                .recover(cause -> isTooLarge(cause)
                        ? Future.succeededFuture(
                                reply(TokenReply.Refused.badRequest("invalid_request", "The body is too large.")))
                        : Future.failedFuture(cause));
    }

    private static boolean isForm(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE))
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.equals(FORM) || type.startsWith(FORM + ";"))
                .isPresent();
    }

    private static boolean isTooLarge(Throwable cause) {
        return cause instanceof ScimException known && known.error().kind() == ErrorKind.PAYLOAD_TOO_LARGE;
    }

    private static Answer reply(TokenReply reply) {
        Answer answer = json(reply.status(), reply.body()).with("Pragma", "no-cache");
        return switch (reply) {
            case TokenReply.Issued issued -> answer;
            case TokenReply.Refused refused -> {
                Answer challenged = refused.challenge()
                        ? answer.with("WWW-Authenticate", "Basic realm=\"oauth2\", charset=\"UTF-8\"")
                        : answer;
                yield refused.retryAfter()
                        .map(after ->
                                challenged.with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds()))))
                        .orElse(challenged);
            }
        };
    }

    private static Answer json(JsonObject body) {
        return json(200, body);
    }

    private static Answer json(int status, JsonObject body) {
        return Answer.bytes(status, MediaTypes.JSON, body.toBuffer());
    }
}
