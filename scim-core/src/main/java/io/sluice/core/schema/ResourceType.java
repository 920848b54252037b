package io.sluice.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of resource and where it is served (RFC 7643 section 6). Two are equal when their definitions are.
 *
 * <p>No record, because the whole resource as one attribute is kept beside what it follows from: every document is read by it.
 */
public final class ResourceType {

    /** A schema extension of a resource type; its attributes live in an object under its URN. */
    public record Extension(Schema schema, boolean required) {}

    public static final String USER = "User";
    public static final String GROUP = "Group";

    private final String name;
    private final String endpoint;
    private final String description;
    private final Schema core;
    private final List<Extension> extensions;
    private final Attributes common;
    private final Attribute document;

    /**
     * @param name such as {@code User}; also the value of {@code meta.resourceType}
     * @param endpoint relative to the base URL, with the slash: {@code /Users}
     * @param common the attributes every resource has (RFC 7643 section 3.1): schemas, id, externalId, meta
     */
    public ResourceType(
            String name,
            String endpoint,
            String description,
            Schema core,
            List<Extension> extensions,
            List<Attribute> common) {
        this.name = name;
        this.endpoint = endpoint;
        this.description = description;
        this.core = core;
        this.extensions = List.copyOf(extensions);
        this.common = Attributes.of(common);
        List<Attribute> attributes = new ArrayList<>(common);
        attributes.addAll(core.attributes());
        extensions.forEach(extension -> attributes.add(attribute(extension)));
        this.document = complex(name, description, true, attributes);
    }

    public String name() {
        return name;
    }

    public String endpoint() {
        return endpoint;
    }

    public String description() {
        return description;
    }

    public Schema core() {
        return core;
    }

    public List<Extension> extensions() {
        return extensions;
    }

    /** The attributes that every resource has. */
    public List<Attribute> common() {
        return common;
    }

    public boolean isUser() {
        return name.equals(USER);
    }

    public boolean isGroup() {
        return name.equals(GROUP);
    }

    /** The core or common attribute of that name in any case. */
    public Optional<Attribute> attribute(String attributeName) {
        Optional<Attribute> found = core.attribute(attributeName);
        return found.isPresent() ? found : common.named(attributeName);
    }

    /** The extension with that URN in any case. */
    public Optional<Extension> extension(String urn) {
        for (Extension extension : extensions) {
            if (Spelling.isSame(extension.schema.id(), urn)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    /**
     * The whole resource as one complex attribute: common and core attributes, and each extension as a complex attribute with
     * its URN as the name. With it every level of a document is an object of attributes, and one rule serves all levels.
     */
    public Attribute document() {
        return document;
    }

    /** With the schema as an extension, in the place of one with the same URN if there is one. */
    ResourceType extended(Schema schema, boolean required) {
        List<Extension> extended = new ArrayList<>(extensions);
        extended.removeIf(extension -> Spelling.isSame(extension.schema.id(), schema.id()));
        extended.add(new Extension(schema, required));
        return new ResourceType(name, endpoint, description, core, extended, common);
    }

    /** With the schema in the place of the one that has its URN, if the type uses it. */
    ResourceType with(Schema schema) {
        boolean isCore = Spelling.isSame(core.id(), schema.id());
        List<Extension> updated = extensions.stream()
                .map(extension -> Spelling.isSame(extension.schema.id(), schema.id())
                        ? new Extension(schema, extension.required)
                        : extension)
                .toList();
        return new ResourceType(name, endpoint, description, isCore ? schema : core, updated, common);
    }

    private static Attribute attribute(Extension extension) {
        Schema schema = extension.schema;
        return complex(schema.id(), schema.description(), extension.required, schema.attributes());
    }

    private static Attribute complex(String name, String description, boolean required, List<Attribute> attributes) {
        return new Attribute(
                name,
                AttributeType.COMPLEX,
                false,
                description,
                required,
                List.of(),
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                attributes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceType type
                && name.equals(type.name)
                && endpoint.equals(type.endpoint)
                && description.equals(type.description)
                && core.equals(type.core)
                && extensions.equals(type.extensions)
                && common.equals(type.common);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, endpoint);
    }

    @Override
    public String toString() {
        return name;
    }
}
