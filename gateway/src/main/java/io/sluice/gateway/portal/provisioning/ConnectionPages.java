package io.sluice.gateway.portal.provisioning;

import io.sluice.gateway.control.ConnectionCommands;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.page.Said;
import io.sluice.gateway.portal.web.Route;
import io.sluice.gateway.portal.web.Route.Access;
import io.sluice.gateway.portal.web.Visit;
import io.vertx.core.Future;
import java.util.List;

/** Switches the profile of a connection, a part of User Provisioning. */
public final class ConnectionPages {

    private final ConnectionCommands connections;

    public ConnectionPages(ConnectionCommands connections) {
        this.connections = connections;
    }

    public List<Route> routes() {
        return List.of(Route.post("t/{tenant}/provisioning/connections/{idp}", Access.ADMINISTRATOR, this::setProfile));
    }

    private Future<Answer> setProfile(Visit visit) {
        boolean strict = visit.form().first("profile").filter("strict"::equals).isPresent();
        String tenant = visit.segment("tenant");
        return connections
                .setStrict(tenant, Idp.of(visit.segment("idp")), strict, Pages.actor(visit))
                .map(changed -> Pages.redirect(Said.SAVED.on("/portal/t/" + tenant + "/provisioning")));
    }
}
