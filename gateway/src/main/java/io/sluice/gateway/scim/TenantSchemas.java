package io.sluice.gateway.scim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.control.CustomAttribute;
import io.sluice.core.control.Tenant;
import io.sluice.core.schema.SchemaRegistry;
import java.util.List;

/** The schemas of tenants, made once for every set of custom attributes. */
public final class TenantSchemas {

    private record Customisation(String extensionUrn, List<CustomAttribute> attributes) {}

    private final SchemaRegistry standard;
    private final Cache<Customisation, SchemaRegistry> customised =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public TenantSchemas(SchemaRegistry standard) {
        this.standard = standard;
    }

    public SchemaRegistry of(Tenant tenant) {
        if (tenant.customAttributes().isEmpty()) {
            return standard;
        }
        return customised.get(
                new Customisation(tenant.extensionUrn(), tenant.customAttributes()),
                ignored -> standard.forTenant(tenant));
    }
}
