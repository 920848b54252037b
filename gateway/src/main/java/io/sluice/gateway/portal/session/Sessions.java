package io.sluice.gateway.portal.session;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.auth.AdminPrincipal;
import io.sluice.gateway.portal.web.Cookies;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/** Begins sessions and recognises them. */
public final class Sessions {

    /** A cookie is written anew at most this often. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final Seal seal;
    private final SessionTimes times;
    private final InstantSource clock;
    private final Administrators administrators;
    private final EndedSessions ended;

    public Sessions(Seal seal, SessionTimes times, InstantSource clock, Administrators administrators) {
        this.seal = seal;
        this.times = times;
        this.clock = clock;
        this.administrators = administrators;
        this.ended = new EndedSessions(times.whole());
    }

    /** The session of the request's cookie; empty when there is none, it has ended, or its administrator has gone. */
    public Future<Optional<Session>> find(HttpServerRequest request) {
        Optional<Ticket> ticket = Optional.ofNullable(request.getCookie(Cookies.SESSION))
                .map(Cookie::getValue)
                .flatMap(seal::open)
                .filter(opened -> times.hold(opened, clock.instant()) && !ended.contains(opened.id()));
        if (ticket.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Optional<AdminPrincipal> outside = ticket.get()
                .outside()
                .map(role -> new AdminPrincipal(ticket.get().name(), role));
        if (outside.isPresent()) {
            return Future.succeededFuture(outside.map(administrator -> session(ticket.get(), administrator)));
        }
        return administrators
                .current(ticket.get().name())
                .map(found -> found.map(administrator -> session(ticket.get(), administrator)));
    }

    /** For one of our own administrators: what they may do is looked up with each request. */
    public Session begin(AdminPrincipal administrator) {
        return begin(administrator, Optional.empty());
    }

    /** For somebody whom an OpenID provider vouches for: what they may do stays as it is until the session ends. */
    public Session beginOutside(AdminPrincipal administrator) {
        return begin(administrator, Optional.of(administrator.role()));
    }

    private Session begin(AdminPrincipal administrator, Optional<AdministratorRole> outside) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        var now = clock.instant();
        return session(
                new Ticket(HexFormat.of().formatHex(id), administrator.name(), now, now, outside), administrator);
    }

    public void end(Session session) {
        ended.add(session.ticket().id());
    }

    /** The cookie for this session as of now; empty when the browser's own is fresh enough. */
    public Optional<String> renewed(Session session) {
        var now = clock.instant();
        return session.ticket().seen().plus(STEP).isBefore(now)
                ? Optional.of(cookie(new Session(session.ticket().seenAt(now), session.administrator(), "")))
                : Optional.empty();
    }

    /** The value of the cookie. */
    public String cookie(Session session) {
        return seal.close(session.ticket());
    }

    /** Whether the session has not run out by now. */
    public boolean holds(Session session) {
        return times.hold(session.ticket(), clock.instant())
                && !ended.contains(session.ticket().id());
    }

    /** How long a session lasts in which nothing is done. */
    public Duration idle() {
        return times.idle();
    }

    private Session session(Ticket ticket, AdminPrincipal administrator) {
        return new Session(ticket, administrator, seal.formToken(ticket));
    }
}
