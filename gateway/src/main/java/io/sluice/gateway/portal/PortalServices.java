package io.sluice.gateway.portal;

import io.sluice.core.control.AuditTrail;
import io.sluice.gateway.activity.ActivityLog;
import io.sluice.gateway.administrator.LoginAudit;
import io.sluice.gateway.administrator.OidcProvider;
import io.sluice.gateway.control.AttributeCommands;
import io.sluice.gateway.control.ConnectionCommands;
import io.sluice.gateway.control.OAuthClientCommands;
import io.sluice.gateway.control.ResourceQueries;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.control.TokenCommands;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.portal.operator.SystemView;
import io.sluice.gateway.portal.session.Administrators;
import io.sluice.gateway.scim.FiredRules;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;

/** The administration's services, which are all that the portal knows of the data. */
public record PortalServices(
        TenantCommands tenants,
        TokenCommands tokens,
        OAuthClientCommands clients,
        ConnectionCommands connections,
        FiredRules rules,
        AttributeCommands attributes,
        ResourceQueries resources,
        AuditTrail trail,
        ActivityLog activity,
        BackendDirectory backends,
        Administrators administrators,
        Optional<OidcProvider> provider,
        LoginAudit loginAudit,
        Supplier<Future<SystemView>> system) {}
