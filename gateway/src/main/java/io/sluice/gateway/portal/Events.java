package io.sluice.gateway.portal;

import io.sluice.core.control.Listing;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.TenantId;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.control.TokenCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.activity.Exchanges;
import io.sluice.gateway.portal.session.Sessions;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * Tells open pages that something has changed, as server-sent events without content; what it is they fetch themselves. Looks
 * instead of being told, so that it does not matter on which node a change was made.
 */
final class Events {

    private static final long LOOK_MILLIS = 1_000;
    private static final int LOOKS_BETWEEN_TOKENS = 2;
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 10;

    private final Vertx vertx;
    private final TenantCommands tenants;
    private final TokenCommands tokens;
    private final Exchanges exchanges;
    private final Sessions sessions;

    Events(Vertx vertx, TenantCommands tenants, TokenCommands tokens, Exchanges exchanges, Sessions sessions) {
        this.vertx = vertx;
        this.tenants = tenants;
        this.tokens = tokens;
        this.exchanges = exchanges;
        this.sessions = sessions;
    }

    List<Route> routes() {
        return List.of(Route.get("t/{tenant}/events", Access.ADMINISTRATOR, this::open));
    }

    private Future<Answer> open(Visit visit) {
        String slug = visit.segment("tenant");
        return tenants.get(slug)
                .compose(tenant -> tokens.list(slug)
                        .map(all -> Answer.streamed(
                                200,
                                "text/event-stream",
                                response -> new Watch(visit, tenant.id(), response, states(all)).run())));
    }

    /** Differs when any token has changed in what its table shows. */
    private static String states(Listing<ProvisioningToken> all) {
        return all.items().toString();
    }

    /** One open page. */
    private final class Watch {

        private final Visit visit;
        private final TenantId tenant;
        private final HttpServerResponse response;
        private final Promise<Void> closed = Promise.promise();
        private String activity;
        private String tokenStates;
        private int looks;

        Watch(Visit visit, TenantId tenant, HttpServerResponse response, String tokenStates) {
            this.visit = visit;
            this.tenant = tenant;
            this.response = response;
            this.activity = exchanges.mark(tenant);
            this.tokenStates = tokenStates;
        }

        Future<Void> run() {
            response.closeHandler(gone -> closed.tryComplete());
            response.exceptionHandler(broken -> closed.tryComplete());
            response.write("retry: 2000\n\n");
            long timer = vertx.setPeriodic(LOOK_MILLIS, ignored -> look());
            return closed.future().onComplete(done -> vertx.cancelTimer(timer));
        }

        private void look() {
            looks++;
            if (!sessions.holds(visit.admitted())) {
                send("ended");
                closed.tryComplete();
                return;
            }
            String now = exchanges.mark(tenant);
            if (!now.equals(activity)) {
                activity = now;
                send("activity");
            }
            if (looks % LOOKS_BETWEEN_TOKENS == 0) {
                tokens.list(tenant.slug()).onSuccess(all -> compare(states(all)));
            }
            if (looks % LOOKS_BETWEEN_SIGNS_OF_LIFE == 0) {
                response.write(": here\n\n");
            }
        }

        private void compare(String states) {
            if (!tokenStates.equals(states)) {
                send("tokens");
            }
            tokenStates = states;
        }

        private void send(String topic) {
            if (!response.closed() && !response.ended()) {
                response.write("event: " + topic + "\ndata: {}\n\n");
            }
        }
    }
}
