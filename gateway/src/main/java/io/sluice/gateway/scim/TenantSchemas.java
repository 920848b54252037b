package io.sluice.gateway.scim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.control.Tenant;
import io.sluice.core.schema.CustomAttribute;
import io.sluice.core.schema.SchemaRegistry;
import java.util.List;
import java.util.Optional;

/** The schemas of tenants, made once for every set of custom attributes and rules about updates. */
public final class TenantSchemas {

    private record Customisation(
            String extensionUrn,
            List<CustomAttribute> attributes,
            Optional<List<String>> updatable,
            boolean userNameMutable) {}

    private final SchemaRegistry standard;
    private final Cache<Customisation, SchemaRegistry> customised =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public TenantSchemas(SchemaRegistry standard) {
        this.standard = standard;
    }

    public SchemaRegistry of(Tenant tenant) {
        if (tenant.customAttributes().isEmpty() && tenant.updatableAttributes().isEmpty() && tenant.userNameMutable()) {
            return standard;
        }
        return customised.get(
                new Customisation(
                        tenant.extensionUrn(),
                        tenant.customAttributes(),
                        tenant.updatableAttributes(),
                        tenant.userNameMutable()),
                ignored -> UpdatePolicy.of(tenant)
                        .applyTo(standard.withCustomAttributes(tenant.extensionUrn(), tenant.customAttributes())));
    }
}
