package io.sluice.gateway.portal;

import io.sluice.gateway.config.HttpConfig;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.Answers;
import io.sluice.gateway.http.Bodies;
import io.sluice.gateway.http.RequestIds;
import io.sluice.gateway.portal.session.Session;
import io.sluice.gateway.portal.session.Sessions;
import io.sluice.gateway.portal.web.Cookies;
import io.sluice.gateway.portal.web.Guard;
import io.sluice.gateway.portal.web.Params;
import io.sluice.gateway.portal.web.PathSegments;
import io.sluice.gateway.portal.web.Routes;
import io.sluice.gateway.portal.web.SecurityHeaders;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves everything under {@code /portal}. */
public final class Portal implements Handler<HttpServerRequest> {

    public static final String ROOT = "/portal";

    private static final Logger LOG = LoggerFactory.getLogger(Portal.class);
    private static final int LARGEST_FORM = 256 << 10;

    private final Routes routes;
    private final Sessions sessions;
    private final Readers readers;
    private final AssetFiles files;
    private final ProblemPages problems;
    private final Bodies bodies;

    private Portal(PortalParts parts, HttpConfig config) {
        this.routes = new Routes(parts.routes());
        this.sessions = parts.sessions();
        this.readers = new Readers(config);
        this.files = new AssetFiles(parts.assets());
        this.problems = new ProblemPages(parts.pages());
        this.bodies = parts.bodies();
    }

    /** One for all event loops. */
    public static Portal of(Vertx vertx, PortalServices services, PortalSettings settings) {
        return new Portal(PortalParts.of(vertx, services, settings), settings.http());
    }

    @Override
    public void handle(HttpServerRequest request) {
        String requestId = RequestIds.of(request);
        request.pause();
        SecurityHeaders.put(request.response());
        List<String> segments = PathSegments.below(ROOT, path(request));
        Optional<Answer> file = files.find(request, segments);
        if (file.isPresent()) {
            request.resume();
            Answers.send(request, requestId, file.get());
            return;
        }
        serve(request, requestId, segments).onSuccess(answer -> {
            if (!request.isEnded()) {
                bodies.discard(request);
            }
            Answers.send(request, requestId, answer);
        });
    }

    private Future<Answer> serve(HttpServerRequest request, String requestId, List<String> segments) {
        Future<Visit> visit = form(request)
                .compose(form -> sessions.find(request).map(session -> visit(request, requestId, form, session)));
        return visit.compose(known -> route(request, known, segments)).recover(cause -> {
            problems.note(LOG, requestId, cause);
            Visit known = Optional.ofNullable(visit.result())
                    .orElseGet(() -> visit(request, requestId, Params.NONE, Optional.empty()));
            return Future.succeededFuture(problems.answer(known, cause));
        });
    }

    private Future<Params> form(HttpServerRequest request) {
        return request.method().name().equals("POST")
                ? bodies.read(request, LARGEST_FORM).map(body -> Params.parse(body.toString(StandardCharsets.UTF_8)))
                : Future.succeededFuture(Params.NONE);
    }

    private Visit visit(HttpServerRequest request, String requestId, Params form, Optional<Session> session) {
        String query = Optional.ofNullable(request.query()).orElse("");
        return new Visit(
                request.method().name(),
                path(request).substring(ROOT.length()),
                Map.of(),
                Params.parse(query),
                form,
                session,
                readers.of(request, requestId),
                request.headers().contains("X-Sluice-Live"),
                Optional.ofNullable(request.getCookie(Cookies.DEPARTURE)).map(Cookie::getValue));
    }

    private static String path(HttpServerRequest request) {
        return Optional.ofNullable(request.path())
                .filter(path -> path.startsWith(ROOT))
                .orElse(ROOT);
    }

    private Future<Answer> route(HttpServerRequest request, Visit visit, List<String> segments) {
        String method = visit.method().equals("HEAD") ? "GET" : visit.method();
        return switch (routes.find(method, segments)) {
            case Routes.Found found -> guarded(request, visit, found);
            case Routes.OtherMethod other ->
                Future.succeededFuture(problems.otherMethod(visit).with("Allow", String.join(", ", other.allowed())));
            case Routes.Unknown() ->
                Future.succeededFuture(visit.session().isPresent() ? problems.unknown(visit) : problems.login(visit));
        };
    }

    private Future<Answer> guarded(HttpServerRequest request, Visit visit, Routes.Found found) {
        return switch (Guard.judge(found, request, visit)) {
            case ADMITTED ->
                found.route().action().answer(visit.at(found.segments())).onSuccess(done -> renew(request, visit));
            case LOGIN_NEEDED -> Future.succeededFuture(problems.login(visit));
            case UNKNOWN -> Future.succeededFuture(problems.unknown(visit));
            case FOREIGN -> Future.succeededFuture(problems.foreign(visit));
        };
    }

    /** Whoever does something stays logged in; a page that refreshes itself does nothing. */
    private void renew(HttpServerRequest request, Visit visit) {
        boolean secure = visit.reader().publicUrl().startsWith("https:");
        if (!visit.partial() && !request.response().headWritten()) {
            visit.session()
                    .flatMap(sessions::renewed)
                    .ifPresent(value -> request.response().putHeader("Set-Cookie", Cookies.session(value, secure)));
        }
    }
}
