package io.sluice.gateway.start;

import io.sluice.gateway.admin.ActivityResource;
import io.sluice.gateway.admin.AdminResource;
import io.sluice.gateway.admin.AdminRoutes;
import io.sluice.gateway.admin.AdministratorsResource;
import io.sluice.gateway.admin.AttributesResource;
import io.sluice.gateway.admin.AuditResource;
import io.sluice.gateway.admin.AuditVerificationResource;
import io.sluice.gateway.admin.ConnectionsResource;
import io.sluice.gateway.admin.JwtIssuersResource;
import io.sluice.gateway.admin.OAuthClientsResource;
import io.sluice.gateway.admin.OpenApiResource;
import io.sluice.gateway.admin.ResourcesResource;
import io.sluice.gateway.admin.SystemResource;
import io.sluice.gateway.admin.TenantsResource;
import io.sluice.gateway.admin.TokensResource;
import io.sluice.gateway.auth.AdminToken;
import io.sluice.gateway.auth.AdminVerifier;
import io.sluice.gateway.http.Bodies;
import io.sluice.gateway.http.RouterPart;
import io.sluice.gateway.oauth.OAuthRoutes;
import io.sluice.gateway.portal.Portal;
import io.sluice.gateway.scim.ScimEntrance;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;

/** Makes what serves the requests of one event loop. */
final class Doors {

    private final Node node;

    Doors(Node node) {
        this.node = node;
    }

    Handler<HttpServerRequest> open(Portal portal) {
        Bodies bodies = new Bodies(node.vertx(), node.config().http().bodyTimeout());
        return new FrontDoor(new ScimEntrance(node.scim(), bodies, node.access().refusals()), portal, router(bodies));
    }

    /** Everything outside SCIM. */
    Router router(Bodies bodies) {
        return Routers.of(node.vertx(), List.of(administration(bodies), oauth(bodies)));
    }

    private RouterPart oauth(Bodies bodies) {
        return new OAuthRoutes(node.access().oauth(), bodies, node.config().http());
    }

    private RouterPart administration(Bodies bodies) {
        AdminVerifier verifier = node.config()
                .adminToken()
                .<AdminVerifier>map(AdminToken::new)
                .orElse(credential -> Future.succeededFuture(Optional.empty()))
                .or(node.access().apiKeys());
        Access access = node.access();
        Commands commands = node.commands();
        Queries queries = node.queries();
        List<AdminResource> resources = List.of(
                new TenantsResource(commands.tenants()),
                new TokensResource(commands.tokens(), commands.tenants()),
                new AttributesResource(commands.attributes(), commands.tenants()),
                new ConnectionsResource(
                        commands.connections(), commands.tenants(), node.firedRules(), access.activity()),
                new AuditResource(queries.audit(), commands.tenants()),
                new ResourcesResource(
                        queries.resources(), commands.tenants(), node.scim().schemas()),
                new SystemResource(queries.system()),
                new OAuthClientsResource(access.clients()),
                new JwtIssuersResource(access.issuers()),
                new ActivityResource(access.activity(), commands.tenants()),
                new AdministratorsResource(access.administrators(), access.logins()),
                new AuditVerificationResource(node.control().audit(), commands.tenants()),
                new OpenApiResource());
        return router -> {
            AdminRoutes routes =
                    new AdminRoutes(router, verifier, bodies, node.config().http());
            resources.forEach(resource -> resource.mountOn(routes));
        };
    }
}
