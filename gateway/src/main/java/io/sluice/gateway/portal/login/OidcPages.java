package io.sluice.gateway.portal.login;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.administrator.LoginAudit;
import io.sluice.gateway.administrator.OidcAttempt;
import io.sluice.gateway.administrator.OidcProvider;
import io.sluice.gateway.auth.AdminPrincipal;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.session.Seal;
import io.sluice.gateway.portal.session.Sessions;
import io.sluice.gateway.portal.web.Cookies;
import io.sluice.gateway.portal.web.Params;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two steps of a login through an OpenID provider: away to it, and back with its code. */
public final class OidcPages {

    private static final Logger LOG = LoggerFactory.getLogger(OidcPages.class);
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(10);

    private final Pages pages;
    private final Sessions sessions;
    private final OidcProvider provider;
    private final LoginAudit audit;
    private final Seal seal;
    private final InstantSource clock;

    public OidcPages(
            Pages pages, Sessions sessions, OidcProvider provider, LoginAudit audit, Seal seal, InstantSource clock) {
        this.pages = pages;
        this.sessions = sessions;
        this.provider = provider;
        this.audit = audit;
        this.seal = seal;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("oidc/login", Access.ANYBODY, this::leave),
                Route.get("oidc/callback", Access.ANYBODY, this::comeBack));
    }

    private Future<Answer> leave(Visit visit) {
        Departure departure = Departure.begin(
                clock.instant().plus(LONGEST_AWAY), Next.of(visit.query().first("next")));
        OidcAttempt attempt = departure.attempt(seal, redirectUri(visit));
        return provider.ready()
                .map(login -> Pages.redirect(login.authorizationUrl(attempt))
                        .with("Set-Cookie", Cookies.departure(departure.cookie(seal), LONGEST_AWAY, isSecure(visit))))
                .recover(cause -> problem(visit, 503, "login.oidcUnreachable", departure.next()));
    }

    private Future<Answer> comeBack(Visit visit) {
        Optional<Departure> begun = visit.departure().flatMap(cookie -> Departure.read(cookie, seal, clock.instant()));
        Optional<String> code = visit.query().first("code");
        if (begun.isEmpty() || !isOurs(visit, begun.get())) {
            return problem(visit, 400, "login.oidcNotBegun", Next.of(Optional.empty()));
        }
        if (code.isEmpty()) {
            LOG.info("The OpenID provider answered a login with the error {}", error(visit));
            return refused(visit, begun.get());
        }
        return provider.ready()
                .compose(login -> login.finish(begun.get().attempt(seal, redirectUri(visit)), code.get()))
                .compose(found -> found.map(administrator -> welcome(visit, begun.get(), administrator))
                        .orElseGet(() -> refused(visit, begun.get())))
                .recover(cause -> failed(visit, begun.get(), cause));
    }

    private boolean isOurs(Visit visit, Departure departure) {
        String state = departure.attempt(seal, "").state();
        return Seal.isSame(state, visit.query().first("state").orElse(""));
    }

    /**
     * A page that leads on, not a redirect: the session's cookie is SameSite=Strict, and browsers keep it back along a chain of
     * redirects that began at another site.
     */
    private Future<Answer> welcome(Visit visit, Departure departure, AdminPrincipal administrator) {
        String session = sessions.cookie(sessions.beginOutside(administrator));
        JteModel page = TEMPLATES.loginForward(pages.bare(visit, "login.title"), departure.next());
        return audit.accepted(administrator.name(), visit.reader().clientAddress())
                .map(noted -> Pages.html(page).with("Set-Cookie", Cookies.session(session, isSecure(visit))));
    }

    private Future<Answer> refused(Visit visit, Departure departure) {
        return audit.refused("", visit.reader().clientAddress())
                .compose(noted -> problem(visit, 403, "login.oidcRefused", departure.next()));
    }

    private Future<Answer> failed(Visit visit, Departure departure, Throwable cause) {
        if (cause instanceof ScimException known && known.error().kind() == ErrorKind.UNAVAILABLE) {
            return problem(visit, 503, "login.oidcUnreachable", departure.next());
        }
        LOG.warn("A login through the OpenID provider failed: {}", String.valueOf(cause.getMessage()));
        return audit.refused("", visit.reader().clientAddress())
                .compose(noted -> problem(visit, 401, "login.oidcFailed", departure.next()));
    }

    private Future<Answer> problem(Visit visit, int status, String key, String next) {
        LoginView view = new LoginView("", next, Optional.of(key), Optional.of(address(next)));
        return Future.succeededFuture(Pages.html(status, TEMPLATES.loginPage(pages.bare(visit, "login.title"), view)));
    }

    /** Where a login through the provider begins that leads to that page. */
    static String address(String next) {
        return "/portal/oidc/login?next=" + Params.encode(next);
    }

    private static String redirectUri(Visit visit) {
        return visit.reader().publicUrl() + "/portal/oidc/callback";
    }

    /** The provider's word for it (RFC 6749 section 4.1.2.1) when it is one, for the log. */
    private static String error(Visit visit) {
        return visit.query()
                .first("error")
                .filter(word -> word.matches("[a-z_]{1,64}"))
                .orElse("unknown");
    }

    private static boolean isSecure(Visit visit) {
        return visit.reader().publicUrl().startsWith("https:");
    }
}
