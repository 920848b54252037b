package io.sluice.core.control;

import java.util.Set;

/** What an administrator may do. */
public sealed interface AdministratorRole {

    /** Everything: makes and removes tenants, switches provisioning, manages administrators. */
    record Operator() implements AdministratorRole {}

    /** Everything inside these tenants (slugs) but their existence, their provisioning switch and their limits. */
    record TenantAdministrator(Set<String> tenants) implements AdministratorRole {
        public TenantAdministrator {
            tenants = Set.copyOf(tenants);
        }
    }

    /** Whether the data of this tenant is theirs to see and change. */
    default boolean covers(String tenant) {
        return switch (this) {
            case Operator() -> true;
            case TenantAdministrator(Set < String > tenants) -> tenants.contains(tenant);
        };
    }
}
