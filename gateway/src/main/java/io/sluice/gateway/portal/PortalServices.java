package io.sluice.gateway.portal;

import io.sluice.gateway.activity.ActivityLog;
import io.sluice.gateway.administrator.AdministratorCommands;
import io.sluice.gateway.administrator.LoginAudit;
import io.sluice.gateway.administrator.OidcProvider;
import io.sluice.gateway.control.AttributeCommands;
import io.sluice.gateway.control.AuditQueries;
import io.sluice.gateway.control.ConnectionCommands;
import io.sluice.gateway.control.OAuthClientCommands;
import io.sluice.gateway.control.ResourceQueries;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.control.TokenCommands;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.portal.session.Administrators;
import io.sluice.gateway.scim.FiredRules;
import io.sluice.gateway.system.SystemStatus;
import java.util.Optional;

/** The administration's services, which are all that the portal knows of the data. */
public record PortalServices(
        TenantCommands tenants,
        TokenCommands tokens,
        OAuthClientCommands clients,
        ConnectionCommands connections,
        FiredRules rules,
        AttributeCommands attributes,
        ResourceQueries resources,
        AuditQueries audit,
        ActivityLog activity,
        BackendDirectory backends,
        Administrators administrators,
        Optional<OidcProvider> provider,
        LoginAudit loginAudit,
        AdministratorCommands accounts,
        SystemStatus system) {}
