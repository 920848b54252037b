package io.sluice.core.schema;

import java.util.List;

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
    public record Extension(Schema schema, boolean required) {}

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
}
