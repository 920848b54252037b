package io.sluice.core.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantId;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.CustomAttribute;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Random users, with an extension that has an attribute of every type, and random groups. */
record RandomResources(RandomValues values) {

    static final ResourceType USER = registry().resourceType(ResourceType.USER).orElseThrow();
    static final ResourceType GROUP = Fixtures.GROUP;

    ObjectNode user(int number) {
        ObjectNode user = Fixtures.user(values.texts().any() + number);
        user.setAll(values.object(USER.core().attributes(), 3));
        values.object(USER.common(), 2).properties().forEach(field -> user.set(field.getKey(), field.getValue()));
        for (ResourceType.Extension extension : USER.extensions()) {
            ObjectNode object = values.object(extension.schema().attributes(), 2);
            if (!object.isEmpty()) {
                user.set(extension.schema().id(), object);
                user.withArray("schemas").add(extension.schema().id());
            }
        }
        return user;
    }

    /** A group with at most that many of these members. */
    ObjectNode group(int number, List<StoredResource> candidates, int most) {
        List<StoredResource> members = new ArrayList<>();
        for (int i = values.random().nextInt(most + 1); i > 0; i--) {
            members.add(values.texts().one(candidates));
        }
        ObjectNode group = Fixtures.group(
                values.texts().any() + number, members.stream().distinct().toList());
        values.object(GROUP.common(), 2).properties().forEach(field -> group.set(field.getKey(), field.getValue()));
        return group;
    }

    private static SchemaRegistry registry() {
        List<CustomAttribute> custom = List.of(
                custom("text", AttributeType.STRING, false, false),
                custom("exactText", AttributeType.STRING, false, true),
                custom("texts", AttributeType.STRING, true, false),
                custom("exactTexts", AttributeType.STRING, true, true),
                custom("flag", AttributeType.BOOLEAN, false, false),
                custom("number", AttributeType.INTEGER, false, false),
                custom("numbers", AttributeType.INTEGER, true, false),
                custom("amount", AttributeType.DECIMAL, false, false),
                custom("hired", AttributeType.DATE_TIME, false, false),
                custom("absences", AttributeType.DATE_TIME, true, false),
                custom("picture", AttributeType.BINARY, false, true),
                custom("page", AttributeType.REFERENCE, false, true));
        Tenant tenant = new Tenant(
                new TenantId("kit", 1),
                "Kit",
                "kit",
                true,
                true,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Tenant.DEFAULT_EXTENSION_URN,
                custom,
                Instant.EPOCH);
        return SchemaRegistry.standard().withCustomAttributes(tenant.extensionUrn(), tenant.customAttributes());
    }

    private static CustomAttribute custom(String name, AttributeType type, boolean multiValued, boolean caseExact) {
        return new CustomAttribute(name, type, multiValued, caseExact, "For the contract kit");
    }
}
