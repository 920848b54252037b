package io.sluice.gateway.portal;

import io.sluice.gateway.http.Bodies;
import io.sluice.gateway.portal.activity.ActivityPages;
import io.sluice.gateway.portal.activity.Exchanges;
import io.sluice.gateway.portal.asset.Assets;
import io.sluice.gateway.portal.attributes.AttributePages;
import io.sluice.gateway.portal.audit.AuditPages;
import io.sluice.gateway.portal.login.LoginPages;
import io.sluice.gateway.portal.login.OidcPages;
import io.sluice.gateway.portal.operator.AccountPages;
import io.sluice.gateway.portal.operator.AdministratorPages;
import io.sluice.gateway.portal.operator.ApiKeyPages;
import io.sluice.gateway.portal.operator.SystemPages;
import io.sluice.gateway.portal.operator.TenantPages;
import io.sluice.gateway.portal.page.Pages;
import io.sluice.gateway.portal.people.PeoplePages;
import io.sluice.gateway.portal.provisioning.ClientPages;
import io.sluice.gateway.portal.provisioning.ConnectionPages;
import io.sluice.gateway.portal.provisioning.Connections;
import io.sluice.gateway.portal.provisioning.ProvisioningPages;
import io.sluice.gateway.portal.provisioning.ProvisioningViews;
import io.sluice.gateway.portal.session.Sessions;
import io.sluice.gateway.portal.setup.SetupPages;
import io.sluice.gateway.portal.text.Messages;
import io.sluice.gateway.portal.web.Route;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.Stream;

/** What the portal is put together from. */
record PortalParts(Assets assets, Sessions sessions, Pages pages, Bodies bodies, List<Route> routes) {

    PortalParts {
        routes = List.copyOf(routes);
    }

    static PortalParts of(Vertx vertx, PortalServices services, PortalSettings settings) {
        Assets assets = Assets.load();
        Pages pages = new Pages(Messages.load(), assets, services.tenants());
        Sessions sessions =
                new Sessions(settings.seal(), settings.times(), settings.clock(), services.administrators());
        Bodies bodies = new Bodies(vertx, settings.http().bodyTimeout());
        return new PortalParts(assets, sessions, pages, bodies, routes(vertx, services, settings, pages, sessions));
    }

    private static List<Route> routes(
            Vertx vertx, PortalServices services, PortalSettings settings, Pages pages, Sessions sessions) {
        var clock = settings.clock();
        Exchanges exchanges = new Exchanges(services.activity());
        ProvisioningViews views = new ProvisioningViews(
                services.tokens(),
                services.clients(),
                new Connections(services.connections(), services.rules()),
                settings.mostTokens(),
                clock);
        return Stream.of(
                        new Home(pages).routes(),
                        new LoginPages(
                                        pages,
                                        sessions,
                                        services.administrators(),
                                        services.provider().isPresent())
                                .routes(),
                        services.provider()
                                .map(provider -> new OidcPages(
                                                pages,
                                                sessions,
                                                provider,
                                                services.loginAudit(),
                                                settings.seal(),
                                                clock)
                                        .routes())
                                .orElse(List.of()),
                        new AccountPages(pages, services.administrators()).routes(),
                        new ProvisioningPages(pages, services.tokens(), views).routes(),
                        new ClientPages(pages, services.clients(), views).routes(),
                        new ConnectionPages(services.connections()).routes(),
                        new SetupPages(pages, services.tokens(), exchanges, clock).routes(),
                        new AttributePages(pages, services.attributes(), services.tenants()).routes(),
                        new PeoplePages(pages, services.resources(), services.audit()).routes(),
                        new AuditPages(pages, services.audit()).routes(),
                        new ActivityPages(pages, exchanges, clock).routes(),
                        new TenantPages(pages, services.tenants(), services.backends()).routes(),
                        new AdministratorPages(pages, services.accounts()).routes(),
                        new ApiKeyPages(pages, services.accounts()).routes(),
                        new SystemPages(pages, services.system()).routes(),
                        new Events(vertx, services.tenants(), services.tokens(), exchanges, sessions).routes())
                .flatMap(List::stream)
                .toList();
    }
}
