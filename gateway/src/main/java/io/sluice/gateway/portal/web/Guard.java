package io.sluice.gateway.portal.web;

import io.sluice.gateway.portal.session.Seal;
import io.sluice.gateway.portal.session.Session;
import io.sluice.gateway.portal.web.Route.Access;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** What every request must pass before its route is run. */
public final class Guard {

    /** What becomes of a request. */
    public enum Verdict {
        ADMITTED,
        LOGIN_NEEDED,
        /** Says no more than for what does not exist. */
        UNKNOWN,
        FOREIGN
    }

    private Guard() {}

    public static Verdict judge(Routes.Found found, HttpServerRequest request, Visit visit) {
        Optional<Session> session = visit.session();
        boolean changes = found.route().method().equals("POST");
        if (changes && !SameOrigin.holds(request, visit.reader().publicUrl())) {
            return Verdict.FOREIGN;
        }
        if (found.route().access() == Access.ANYBODY) {
            return Verdict.ADMITTED;
        }
        if (session.isEmpty()) {
            return Verdict.LOGIN_NEEDED;
        }
        if (changes
                && !Seal.isSame(
                        session.get().formToken(), visit.form().first("form").orElse(""))) {
            return Verdict.FOREIGN;
        }
        return mayCome(found, session.get()) ? Verdict.ADMITTED : Verdict.UNKNOWN;
    }

    private static boolean mayCome(Routes.Found found, Session session) {
        boolean rank = found.route().access() != Access.OPERATOR || session.isOperator();
        return rank
                && Optional.ofNullable(found.segments().get("tenant"))
                        .map(session::covers)
                        .orElse(true);
    }
}
