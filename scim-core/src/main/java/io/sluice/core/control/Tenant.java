package io.sluice.core.control;

import io.sluice.core.schema.CustomAttribute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A tenant and its settings (DESIGN section 4, {@code /admin/v1/tenants}).
 *
 * @param backend name of the backend that keeps its resources
 * @param provisioningEnabled the operator's switch: while off, SCIM answers 403
 * @param userNameMutable whether an IdP may change a userName
 * @param updatableAttributes which attributes an IdP may update; empty for all
 * @param rateLimit requests per second, at least 25; empty for no limit
 * @param auditRetentionDays how long its audit events are kept, 1 to 36,500 days; empty for the installation's default
 * @param extensionUrn the URN of the custom attributes
 */
public record Tenant(
        TenantId id,
        String name,
        String backend,
        boolean provisioningEnabled,
        boolean userNameMutable,
        Optional<List<String>> updatableAttributes,
        OptionalInt rateLimit,
        OptionalInt auditRetentionDays,
        String extensionUrn,
        List<CustomAttribute> customAttributes,
        Instant createdAt) {

    public static final String DEFAULT_EXTENSION_URN = "urn:ietf:params:scim:schemas:extension:ivanti:2.0:User";

    public Tenant {
        updatableAttributes = updatableAttributes.map(List::copyOf);
        customAttributes = List.copyOf(customAttributes);
    }
}
