package io.sluice.core.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Changes to a tenant's settings; an empty component leaves the setting as it is. */
public record TenantChange(
        Optional<String> name,
        Optional<Boolean> provisioningEnabled,
        Optional<Boolean> userNameMutable,
        Optional<Setting<List<String>>> updatableAttributes,
        Optional<RateLimit> rateLimit,
        Optional<String> extensionUrn) {

    /** A setting that can be set to a value or back to its default. */
    public record Setting<T>(Optional<T> value) {}

    /** A rate limit in requests per second; empty for none. */
    public record RateLimit(OptionalInt perSecond) {}
}
