package io.sluice.gateway.start;

import io.sluice.gateway.portal.Portal;
import io.sluice.gateway.portal.PortalServices;
import io.sluice.gateway.portal.PortalSettings;
import io.sluice.gateway.portal.session.Administrators;
import io.sluice.gateway.portal.session.Seal;
import io.sluice.gateway.portal.session.SessionTimes;
import java.time.InstantSource;

/** Gives the portal the services of a node: those that the administration API has. */
final class PortalDoor {

    private PortalDoor() {}

    static Portal of(Node node) {
        Access access = node.access();
        Commands commands = node.commands();
        Queries queries = node.queries();
        PortalServices services = new PortalServices(
                commands.tenants(),
                commands.tokens(),
                access.clients(),
                commands.connections(),
                node.firedRules(),
                commands.attributes(),
                queries.resources(),
                queries.audit(),
                access.activity(),
                node.scim().backends(),
                new Administrators(access.logins(), node.control().administrators()),
                access.oidc(),
                access.loginAudit(),
                access.administrators(),
                queries.system());
        Seal seal = node.config().adminToken().map(Seal::derivedFrom).orElseGet(Seal::ofThisProcess);
        PortalSettings settings = new PortalSettings(
                node.config().http(),
                node.config().credentials().tokensPerConnection(),
                seal,
                SessionTimes.standard(node.config().oidc().session()),
                InstantSource.system());
        return Portal.of(node.vertx(), services, settings);
    }
}
