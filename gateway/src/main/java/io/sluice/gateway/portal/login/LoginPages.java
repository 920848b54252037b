package io.sluice.gateway.portal.login;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.session.Administrators;
import io.sluice.gateway.portal.session.Sessions;
import io.sluice.gateway.portal.text.Language;
import io.sluice.gateway.portal.web.Cookies;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Theme;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Login, logout, and what a reader prefers. */
public final class LoginPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Pages pages;
    private final Sessions sessions;
    private final Administrators administrators;
    private final boolean hasProvider;

    /**
     * @param hasProvider whether administrators may also come from an OpenID provider
     */
    public LoginPages(Pages pages, Sessions sessions, Administrators administrators, boolean hasProvider) {
        this.hasProvider = hasProvider;
        this.pages = pages;
        this.sessions = sessions;
        this.administrators = administrators;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("login", Access.ANYBODY, this::show),
                Route.post("login", Access.ANYBODY, this::logIn),
                Route.post("logout", Access.ADMINISTRATOR, this::logOut),
                Route.post("language", Access.ANYBODY, this::language),
                Route.post("theme", Access.ANYBODY, this::theme));
    }

    private Future<Answer> show(Visit visit) {
        if (visit.session().isPresent()) {
            return Future.succeededFuture(Pages.redirect(Next.of(visit.query().first("next"))));
        }
        Optional<String> problem = visit.query().first("ended").map(ended -> "login.ended");
        return form(200, visit, view("", Next.of(visit.query().first("next")), problem));
    }

    private Future<Answer> logIn(Visit visit) {
        String name = visit.form().first("name").orElse("");
        String password = visit.form().first("password").orElse("");
        String next = Next.of(visit.form().first("next"));
        return administrators
                .logIn(name, password, visit.reader().clientAddress())
                .compose(found -> found.map(administrator -> Future.succeededFuture(Pages.redirect(next)
                                .with("Set-Cookie", cookie(visit, sessions.cookie(sessions.begin(administrator))))))
                        .orElseGet(() -> form(401, visit, view(name, next, Optional.of("login.refused")))))
                .recover(cause -> tooMany(cause)
                        ? form(429, visit, view(name, next, Optional.of("login.tooMany")))
                        : Future.failedFuture(cause));
    }

    private Future<Answer> logOut(Visit visit) {
        sessions.end(visit.admitted());
        return Future.succeededFuture(
                Pages.redirect("/portal/login").with("Set-Cookie", Cookies.endSession(isSecure(visit))));
    }

    private Future<Answer> language(Visit visit) {
        String code = visit.form()
                .first("language")
                .flatMap(Language::of)
                .orElse(Language.ENGLISH)
                .code();
        return Future.succeededFuture(preference(visit, Cookies.LANGUAGE, code));
    }

    private Future<Answer> theme(Visit visit) {
        Theme theme = visit.form().first("theme").map(Theme::of).orElse(Theme.SYSTEM);
        return Future.succeededFuture(preference(visit, Cookies.THEME, theme.code()));
    }

    private static Answer preference(Visit visit, String name, String value) {
        return Pages.redirect(Next.of(visit.form().first("back")))
                .with("Set-Cookie", Cookies.preference(name, value, isSecure(visit)));
    }

    private Future<Answer> form(int status, Visit visit, LoginView view) {
        return Future.succeededFuture(Pages.html(status, TEMPLATES.loginPage(pages.bare(visit, "login.title"), view)));
    }

    private LoginView view(String name, String next, Optional<String> problem) {
        return new LoginView(
                name, next, problem, hasProvider ? Optional.of(OidcPages.address(next)) : Optional.empty());
    }

    private static String cookie(Visit visit, String value) {
        return Cookies.session(value, isSecure(visit));
    }

    private static boolean isSecure(Visit visit) {
        return visit.reader().publicUrl().startsWith("https:");
    }

    private static boolean tooMany(Throwable cause) {
        return cause instanceof ScimException known && known.error().kind() == ErrorKind.TOO_MANY_REQUESTS;
    }
}
