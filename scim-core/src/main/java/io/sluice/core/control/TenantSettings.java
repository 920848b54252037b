package io.sluice.core.control;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.schema.CustomAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** How a change of settings makes a new tenant from an old one, and what the audit trail says about it. */
public final class TenantSettings {

    private TenantSettings() {}

    public static Tenant apply(Tenant old, TenantChange change) {
        return new Tenant(
                old.id(),
                change.name().orElse(old.name()),
                old.backend(),
                change.provisioningEnabled().orElse(old.provisioningEnabled()),
                change.userNameMutable().orElse(old.userNameMutable()),
                change.updatableAttributes().map(TenantChange.Setting::value).orElse(old.updatableAttributes()),
                change.rateLimit().map(TenantChange.RateLimit::perSecond).orElse(old.rateLimit()),
                change.auditRetention()
                        .map(TenantChange.AuditRetentionDays::days)
                        .orElse(old.auditRetentionDays()),
                change.extensionUrn().orElse(old.extensionUrn()),
                old.customAttributes(),
                old.createdAt());
    }

    public static Tenant with(Tenant old, List<CustomAttribute> customAttributes) {
        return new Tenant(
                old.id(),
                old.name(),
                old.backend(),
                old.provisioningEnabled(),
                old.userNameMutable(),
                old.updatableAttributes(),
                old.rateLimit(),
                old.auditRetentionDays(),
                old.extensionUrn(),
                customAttributes,
                old.createdAt());
    }

    /** Of settings only, in the order of the record; values as JSON text. */
    public static List<AuditChange> changes(Tenant before, Tenant after) {
        List<AuditChange> changes = new ArrayList<>();
        note(changes, "name", before, after, tenant -> Optional.of(text(tenant.name())));
        note(changes, "provisioningEnabled", before, after, tenant -> bool(tenant.provisioningEnabled()));
        note(changes, "userNameMutable", before, after, tenant -> bool(tenant.userNameMutable()));
        note(changes, "updatableAttributes", before, after, TenantSettings::updatable);
        note(changes, "rateLimit", before, after, tenant -> number(tenant.rateLimit()));
        note(changes, "auditRetentionDays", before, after, tenant -> number(tenant.auditRetentionDays()));
        note(changes, "extensionUrn", before, after, tenant -> Optional.of(text(tenant.extensionUrn())));
        return changes;
    }

    private static void note(
            List<AuditChange> changes,
            String name,
            Tenant before,
            Tenant after,
            Function<Tenant, Optional<String>> setting) {
        Optional<String> from = setting.apply(before);
        Optional<String> to = setting.apply(after);
        if (!from.equals(to)) {
            changes.add(new AuditChange(name, from, to));
        }
    }

    private static String text(String value) {
        return TextNode.valueOf(value).toString();
    }

    private static Optional<String> bool(boolean value) {
        return Optional.of(BooleanNode.valueOf(value).toString());
    }

    private static Optional<String> number(OptionalInt value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(IntNode.valueOf(value.getAsInt()).toString());
    }

    private static Optional<String> updatable(Tenant tenant) {
        return tenant.updatableAttributes().map(names -> {
            var array = JsonNodeFactory.instance.arrayNode();
            names.forEach(array::add);
            return array.toString();
        });
    }
}
