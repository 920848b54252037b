package io.sluice.gateway.portal.operator;

import io.sluice.core.control.Administrator;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.Tenant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everybody who may log in.
 *
 * @param slugs of the tenants that can be chosen for a role
 */
public record AdministratorsView(List<Administrator> rows, List<String> slugs) {

    public AdministratorsView {
        rows = List.copyOf(rows);
        slugs = List.copyOf(slugs);
    }

    static AdministratorsView of(List<Administrator> rows, List<Tenant> tenants) {
        Set<String> slugs = new TreeSet<>();
        tenants.forEach(tenant -> slugs.add(tenant.id().slug()));
        rows.forEach(row -> slugs.addAll(tenantsOf(row)));
        return new AdministratorsView(rows, List.copyOf(slugs));
    }

    public static boolean isOperator(Administrator administrator) {
        return administrator.role() instanceof AdministratorRole.Operator;
    }

    /** The slugs of a tenant administrator's tenants; an operator's role names none. */
    public static Set<String> tenantsOf(Administrator administrator) {
        return switch (administrator.role()) {
            case AdministratorRole.Operator() -> Set.of();
            case AdministratorRole.TenantAdministrator some -> new TreeSet<>(some.tenants());
        };
    }
}
