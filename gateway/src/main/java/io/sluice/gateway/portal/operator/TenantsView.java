package io.sluice.gateway.portal.operator;

import io.sluice.core.control.Tenant;
import java.util.List;
import java.util.Optional;

/** One page of the tenants. */
public record TenantsView(boolean first, List<Tenant> rows, Optional<String> next, List<String> backends) {

    public TenantsView {
        rows = List.copyOf(rows);
        backends = List.copyOf(backends);
    }
}
