package io.sluice.gateway.portal.attributes;

import io.sluice.core.control.Tenant;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which attributes an IdP could update, grouped as the page shows them. */
final class Policy {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final Set<String> FIRST =
            Set.of("userName", "displayName", "active", "name", "emails", "externalId");
    private static final Set<String> PRESET = Set.of("displayName", "emails", "name", "active");

    private Policy() {}

    static List<AttributesView.Group> groups(Tenant tenant) {
        SchemaRegistry registry = SchemaRegistry.standard();
        List<AttributesView.Choice> first = new ArrayList<>();
        List<AttributesView.Choice> further = new ArrayList<>();
        first.add(new AttributesView.Choice("externalId", "externalId", false));
        attributes(registry, CORE)
                .forEach(attribute -> (FIRST.contains(attribute.name()) ? first : further)
                        .add(new AttributesView.Choice(
                                attribute.name(), attribute.name(), PRESET.contains(attribute.name()))));
        List<AttributesView.Choice> enterprise = attributes(registry, ENTERPRISE).stream()
                .map(attribute ->
                        new AttributesView.Choice(ENTERPRISE + ":" + attribute.name(), attribute.name(), true))
                .toList();
        List<AttributesView.Choice> custom = tenant.customAttributes().stream()
                .map(attribute -> new AttributesView.Choice(
                        tenant.extensionUrn() + ":" + attribute.name(), attribute.name(), true))
                .toList();
        return List.of(
                new AttributesView.Group("attributes.core", first),
                new AttributesView.Group("attributes.enterprise", enterprise),
                new AttributesView.Group("attributes.custom", custom),
                new AttributesView.Group("attributes.other", further));
    }

    /** The usual choice: displayName, emails, name, active and both extensions. */
    static List<String> preset(Tenant tenant) {
        return groups(tenant).stream()
                .flatMap(group -> group.choices().stream())
                .filter(AttributesView.Choice::preset)
                .map(AttributesView.Choice::name)
                .toList();
    }

    static AttributesView.Choosing choosing(Tenant tenant) {
        return tenant.updatableAttributes()
                .map(chosen -> Set.copyOf(chosen).equals(Set.copyOf(preset(tenant)))
                        ? AttributesView.Choosing.PRESET
                        : AttributesView.Choosing.ONE_BY_ONE)
                .orElse(AttributesView.Choosing.ALL);
    }

    private static List<Attribute> attributes(SchemaRegistry registry, String urn) {
        return registry.schema(urn).stream()
                .flatMap(schema -> schema.attributes().stream())
                .filter(attribute -> attribute.mutability() != Mutability.READ_ONLY)
                .filter(attribute -> !attribute.name().equals("externalId"))
                .toList();
    }
}
