package io.sluice.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schemas and resource types that a tenant has. Immutable: every change gives another registry. Names, endpoints and URNs
 * are found in any case.
 */
public final class SchemaRegistry {

    private static final SchemaRegistry STANDARD = new SchemaRegistry(StandardSchemas.schemas(), List.of())
            .withStandardType("UserResourceType")
            .withStandardType("GroupResourceType");

    private final List<Schema> schemas;
    private final List<ResourceType> resourceTypes;

    private SchemaRegistry(List<Schema> schemas, List<ResourceType> resourceTypes) {
        this.schemas = List.copyOf(schemas);
        this.resourceTypes = List.copyOf(resourceTypes);
    }

    /** What RFC 7643 defines: User with the enterprise extension, and Group. */
    public static SchemaRegistry standard() {
        return STANDARD;
    }

    /**
     * This registry with a tenant's custom attributes as an extension of User. Worth keeping as long as both arguments stay
     * equal; this registry itself when there are no custom attributes.
     */
    public SchemaRegistry withCustomAttributes(String extensionUrn, List<CustomAttribute> customAttributes) {
        if (customAttributes.isEmpty()) {
            return this;
        }
        List<Attribute> attributes =
                customAttributes.stream().map(SchemaRegistry::attribute).toList();
        return withExtension(
                ResourceType.USER,
                new Schema(extensionUrn, "CustomUser", "Attributes added for this tenant", attributes),
                false);
    }

    /** Adds a schema, or puts it in the place of one with the same URN, in resource types too. */
    public SchemaRegistry withSchema(Schema schema) {
        return new SchemaRegistry(
                replaced(schemas, schema),
                resourceTypes.stream().map(type -> type.with(schema)).toList());
    }

    /**
     * Adds a resource type and the schemas it uses.
     *
     * @throws IllegalArgumentException when its name or its endpoint is taken
     */
    public SchemaRegistry withResourceType(ResourceType type) {
        if (resourceType(type.name()).isPresent()
                || resourceTypeAt(type.endpoint()).isPresent()) {
            throw new IllegalArgumentException("The name " + type.name() + " or the endpoint " + type.endpoint()
                    + " belongs to another resource type");
        }
        List<Schema> known = replaced(schemas, type.core());
        for (ResourceType.Extension extension : type.extensions()) {
            known = replaced(known, extension.schema());
        }
        List<ResourceType> types = new ArrayList<>(resourceTypes);
        types.add(type);
        return new SchemaRegistry(known, types);
    }

    /**
     * Extends a resource type. If it has an extension with this URN already, the attributes that are new are added to that one.
     *
     * @throws IllegalArgumentException when there is no such resource type
     */
    public SchemaRegistry withExtension(String typeName, Schema schema, boolean required) {
        ResourceType type = resourceType(typeName)
                .orElseThrow(() -> new IllegalArgumentException("There is no resource type " + typeName));
        Schema merged = type.extension(schema.id())
                .map(existing -> existing.schema().plus(schema.attributes()))
                .orElse(schema);
        ResourceType extended = type.extended(merged, required);
        return new SchemaRegistry(
                replaced(schemas, merged),
                resourceTypes.stream()
                        .map(other -> other.name().equals(type.name()) ? extended : other)
                        .toList());
    }

    /**
     * Puts a resource type in the place of the one that has its name, and its schemas in the place of those with their URNs.
     *
     * @throws IllegalArgumentException when there is no such resource type
     */
    public SchemaRegistry replacing(ResourceType type) {
        if (resourceType(type.name()).isEmpty()) {
            throw new IllegalArgumentException("There is no resource type " + type.name());
        }
        List<Schema> known = replaced(schemas, type.core());
        for (ResourceType.Extension extension : type.extensions()) {
            known = replaced(known, extension.schema());
        }
        return new SchemaRegistry(
                known,
                resourceTypes.stream()
                        .map(other -> other.name().equals(type.name()) ? type : other)
                        .toList());
    }

    /** In the order in which the discovery endpoint lists them. */
    public List<ResourceType> resourceTypes() {
        return resourceTypes;
    }

    /** In the order in which the discovery endpoint lists them. */
    public List<Schema> schemas() {
        return schemas;
    }

    public Optional<Schema> schema(String urn) {
        for (Schema schema : schemas) {
            if (Spelling.isSame(schema.id(), urn)) {
                return Optional.of(schema);
            }
        }
        return Optional.empty();
    }

    public Optional<ResourceType> resourceType(String name) {
        for (ResourceType type : resourceTypes) {
            if (Spelling.isSame(type.name(), name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * The resource type served there.
     *
     * @param endpoint with the slash, such as {@code /Users}
     */
    public Optional<ResourceType> resourceTypeAt(String endpoint) {
        for (ResourceType type : resourceTypes) {
            if (Spelling.isSame(type.endpoint(), endpoint)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private SchemaRegistry withStandardType(String resource) {
        return withResourceType(ResourceTypeReader.read(StandardSchemas.resource(resource), this));
    }

    private static List<Schema> replaced(List<Schema> schemas, Schema schema) {
        List<Schema> all = new ArrayList<>(schemas);
        for (int i = 0; i < all.size(); i++) {
            if (Spelling.isSame(all.get(i).id(), schema.id())) {
                all.set(i, schema);
                return all;
            }
        }
        all.add(schema);
        return all;
    }

    private static Attribute attribute(CustomAttribute custom) {
        return new Attribute(
                custom.name(),
                custom.type(),
                custom.multiValued(),
                custom.description(),
                false,
                List.of(),
                custom.caseExact(),
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                custom.type() == AttributeType.REFERENCE ? List.of("external") : List.of(),
                List.of());
    }
}
