package io.sluice.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of resource and where it is served (RFC 7643 section 6).
 *
 * @param name such as {@code User}; also the value of {@code meta.resourceType}
 * @param endpoint relative to the base URL, with the slash: {@code /Users}
 * @param common the attributes every resource has (RFC 7643 section 3.1): schemas, id, externalId, meta
 */
public record ResourceType(
        String name,
        String endpoint,
        String description,
        Schema core,
        List<Extension> extensions,
        List<Attribute> common) {

    /** A schema extension of a resource type; its attributes live in an object under its URN. */
    public record Extension(Schema schema, boolean required) {

        /** The extension's object as an attribute of the resource. */
        public Attribute attribute() {
            return complex(schema.id(), schema.description(), required, schema.attributes());
        }
    }

    public static final String USER = "User";
    public static final String GROUP = "Group";

    public ResourceType {
        extensions = List.copyOf(extensions);
        common = List.copyOf(common);
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
        if (found.isPresent()) {
            return found;
        }
        for (Attribute attribute : common) {
            if (Spelling.isSame(attribute.name(), attributeName)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
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

    /**
     * The whole resource as one complex attribute: common and core attributes, and each extension as a complex attribute with
     * its URN as the name. With it every level of a document is an object of attributes, and one rule serves all levels.
     */
    public Attribute document() {
        List<Attribute> attributes = new ArrayList<>(common);
        attributes.addAll(core.attributes());
        extensions.forEach(extension -> attributes.add(extension.attribute()));
        return complex(name, description, true, attributes);
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
}
