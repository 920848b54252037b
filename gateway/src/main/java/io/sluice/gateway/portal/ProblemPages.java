package io.sluice.gateway.portal;

import gg.jte.generated.precompiled.StaticTemplates;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.ScimErrors;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.web.Params;
import io.sluice.gateway.portal.web.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;

/** What readers see when something cannot be shown or done. */
final class ProblemPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    void note(Logger log, String requestId, Throwable cause) {
        if (!(cause instanceof ScimException)) {
            log.error("Request {} failed in a way that was not foreseen", requestId, cause);
        }
    }

    Answer answer(Visit visit, Throwable cause) {
        ScimError error = cause instanceof ScimException known ? known.error() : ScimErrors.unforeseen();
        return page(visit, error.kind().status(), key(error.kind()), error.detail());
    }

    Answer unknown(Visit visit) {
        return page(visit, 404, "problem.unknown", "");
    }

    Answer otherMethod(Visit visit) {
        return page(visit, 405, "problem.unknown", "");
    }

    Answer foreign(Visit visit) {
        return page(visit, 403, "problem.foreign", "");
    }

    /** To the login, where it is said when a session has ended, and back; a script that refreshes a part is told so by 401. */
    Answer login(Visit visit) {
        if (visit.partial()) {
            return Answer.empty(401);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        boolean asked = !visit.path().isEmpty() && !visit.path().equals("/");
        if (asked) {
            fields.put("next", visit.method().equals("GET") ? visit.address() : "/portal");
        }
        if (visit.reader().wasLoggedIn()) {
            fields.put("ended", "true");
        }
        return Pages.redirect("/portal/login" + (fields.isEmpty() ? "" : "?" + Params.query(fields)));
    }

    private Answer page(Visit visit, int status, String key, String detail) {
        Optional<String> words = Optional.of(detail).filter(text -> !text.isEmpty());
        return Pages.html(status, TEMPLATES.loginProblem(pages.bare(visit, key), words));
    }

    private static String key(ErrorKind kind) {
        return switch (kind.status()) {
            case 404 -> "problem.unknown";
            case 409 -> "problem.conflict";
            case 403 -> "problem.forbidden";
            case 429, 503 -> "problem.unavailable";
            case 500 -> "problem.internal";
            default -> "problem.request";
        };
    }
}
