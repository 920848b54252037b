package io.sluice.gateway.portal.session;

import io.sluice.core.control.AdministratorRole;
import java.util.Optional;
import java.util.Set;

/** The role of a ticket as text: nothing, {@code *} for an operator, or the tenants of an administrator. */
final class RoleText {

    private static final String OPERATOR = "*";

    private RoleText() {}

    static String of(Optional<AdministratorRole> role) {
        return role.map(known -> switch (known) {
                    case AdministratorRole.Operator() -> OPERATOR;
                    case AdministratorRole.TenantAdministrator some ->
                        String.join(",", some.tenants().stream().sorted().toList());
                })
                .orElse("");
    }

    static Optional<AdministratorRole> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                text.equals(OPERATOR)
                        ? new AdministratorRole.Operator()
                        : new AdministratorRole.TenantAdministrator(Set.of(text.split(",", -1))));
    }
}
