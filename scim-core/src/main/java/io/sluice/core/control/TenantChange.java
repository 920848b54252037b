package io.sluice.core.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Changes to a tenant's settings; an empty component leaves the setting as it is. Made from {@link #NONE}, one by one. */
public record TenantChange(
        Optional<String> name,
        Optional<Boolean> provisioningEnabled,
        Optional<Boolean> userNameMutable,
        Optional<Setting<List<String>>> updatableAttributes,
        Optional<RateLimit> rateLimit,
        Optional<AuditRetentionDays> auditRetention,
        Optional<String> extensionUrn) {

    /** Changes nothing. */
    public static final TenantChange NONE = new TenantChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** A setting that can be set to a value or back to its default. */
    public record Setting<T>(Optional<T> value) {}

    /** A rate limit in requests per second; empty for none. */
    public record RateLimit(OptionalInt perSecond) {}

    /** How many days audit events are kept; empty for the installation's default. */
    public record AuditRetentionDays(OptionalInt days) {}

    public TenantChange withName(String to) {
        return withName(Optional.of(to));
    }

    /** Empty leaves the name as it is. */
    public TenantChange withName(Optional<String> to) {
        return new TenantChange(
                to, provisioningEnabled, userNameMutable, updatableAttributes, rateLimit, auditRetention, extensionUrn);
    }

    public TenantChange withProvisioning(boolean enabled) {
        return new TenantChange(
                name,
                Optional.of(enabled),
                userNameMutable,
                updatableAttributes,
                rateLimit,
                auditRetention,
                extensionUrn);
    }

    public TenantChange withUserNameMutable(boolean mutable) {
        return new TenantChange(
                name,
                provisioningEnabled,
                Optional.of(mutable),
                updatableAttributes,
                rateLimit,
                auditRetention,
                extensionUrn);
    }

    /** Empty for all attributes. */
    public TenantChange withUpdatableAttributes(Optional<List<String>> to) {
        return new TenantChange(
                name,
                provisioningEnabled,
                userNameMutable,
                Optional.of(new Setting<>(to)),
                rateLimit,
                auditRetention,
                extensionUrn);
    }

    public TenantChange withRateLimit(OptionalInt perSecond) {
        return new TenantChange(
                name,
                provisioningEnabled,
                userNameMutable,
                updatableAttributes,
                Optional.of(new RateLimit(perSecond)),
                auditRetention,
                extensionUrn);
    }

    public TenantChange withAuditRetention(OptionalInt days) {
        return new TenantChange(
                name,
                provisioningEnabled,
                userNameMutable,
                updatableAttributes,
                rateLimit,
                Optional.of(new AuditRetentionDays(days)),
                extensionUrn);
    }

    public TenantChange withExtensionUrn(String to) {
        return new TenantChange(
                name,
                provisioningEnabled,
                userNameMutable,
                updatableAttributes,
                rateLimit,
                auditRetention,
                Optional.of(to));
    }
}
