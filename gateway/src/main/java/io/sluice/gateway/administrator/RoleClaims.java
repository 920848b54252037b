package io.sluice.gateway.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AdministratorRole;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which claims make somebody an administrator.
 *
 * @param claim such as {@code groups} or {@code roles}; a text or an array of texts
 * @param operators values of which one makes an operator
 * @param tenants values that each make an administrator of the tenants (slugs) beside them
 */
public record RoleClaims(String claim, Set<String> operators, Map<String, Set<String>> tenants) {

    public RoleClaims {
        operators = Set.copyOf(operators);
        tenants = Map.copyOf(tenants);
    }

    /** Empty when nothing in the claims makes an administrator. */
    public Optional<AdministratorRole> role(ObjectNode claims) {
        Set<String> values = values(claims.path(claim));
        if (values.stream().anyMatch(operators::contains)) {
            return Optional.of(new AdministratorRole.Operator());
        }
        Set<String> covered = new HashSet<>();
        values.forEach(value -> covered.addAll(tenants.getOrDefault(value, Set.of())));
        return covered.isEmpty() ? Optional.empty() : Optional.of(new AdministratorRole.TenantAdministrator(covered));
    }

    private static Set<String> values(JsonNode node) {
        Set<String> values = new HashSet<>();
        if (node.isTextual()) {
            values.add(node.asText());
        }
        for (JsonNode element : node) {
            if (element.isTextual()) {
                values.add(element.asText());
            }
        }
        return values;
    }
}
