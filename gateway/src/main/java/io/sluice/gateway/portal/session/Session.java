package io.sluice.gateway.portal.session;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.auth.AdminPrincipal;

/**
 * Someone who is logged in.
 *
 * @param ticket what the cookie says
 * @param administrator who that is now, with the role of this moment
 * @param formToken to be sent back with every form
 */
public record Session(Ticket ticket, AdminPrincipal administrator, String formToken) {

    public boolean isOperator() {
        return switch (administrator.role()) {
            case AdministratorRole.Operator() -> true;
            case AdministratorRole.TenantAdministrator tenants -> false;
        };
    }

    public boolean covers(String tenant) {
        return administrator.role().covers(tenant);
    }
}
