package io.sluice.gateway.start;

import io.sluice.gateway.control.ResourceQueries;
import io.sluice.gateway.portal.Portal;
import io.sluice.gateway.portal.PortalServices;
import io.sluice.gateway.portal.PortalSettings;
import io.sluice.gateway.portal.operator.SystemView;
import io.sluice.gateway.portal.session.Administrators;
import io.sluice.gateway.portal.session.Seal;
import io.sluice.gateway.portal.session.SessionTimes;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the portal the services of a node. */
final class PortalDoor {

    private static final String BACKEND = "backend.";

    private PortalDoor() {}

    static Portal of(Node node, Readiness readiness) {
        Access access = node.access();
        Commands commands = node.commands();
        Instant started = Instant.now();
        PortalServices services = new PortalServices(
                commands.tenants(),
                commands.tokens(),
                access.clients(),
                commands.connections(),
                node.firedRules(),
                commands.attributes(),
                new ResourceQueries(node.scim().dispatcher()),
                node.control().audit(),
                access.activity(),
                node.scim().backends(),
                new Administrators(access.logins(), node.control().administrators()),
                access.oidc(),
                access.loginAudit(),
                () -> system(readiness, started));
        Seal seal = node.config().adminToken().map(Seal::derivedFrom).orElseGet(Seal::ofThisProcess);
        PortalSettings settings = new PortalSettings(
                node.config().http(),
                node.config().credentials().tokensPerConnection(),
                seal,
                SessionTimes.standard(node.config().oidc().session()),
                InstantSource.system());
        return Portal.of(node.vertx(), services, settings);
    }

    private static Future<SystemView> system(Readiness readiness, Instant started) {
        return readiness
                .check()
                .map(report -> new SystemView(
                        BuildInfo.version(), Runtime.version().toString(), started.toString(), parts(report.faults())));
    }

    private static List<SystemView.Part> parts(Map<String, Optional<String>> faults) {
        return faults.entrySet().stream()
                .map(part -> part(part.getKey(), part.getValue().orElse("")))
                .toList();
    }

    private static SystemView.Part part(String name, String problem) {
        return name.startsWith(BACKEND)
                ? SystemView.Part.backend(name.substring(BACKEND.length()), problem)
                : SystemView.Part.store(name, problem);
    }
}
