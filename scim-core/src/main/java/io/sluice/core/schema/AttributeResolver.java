package io.sluice.core.schema;

import java.util.Optional;

/**
 * Finds the attribute that a name of a request means (RFC 7644 section 3.10, RFC 7643 section 2.1): in any case, with or without
 * the URN of its schema, with or without a sub-attribute. Attributes of an extension need its URN; common and core attributes do
 * not.
 */
public final class AttributeResolver {

    private AttributeResolver() {}

    /**
     * @param name such as {@code userName}, {@code name.givenName}, {@code urn:...:2.0:User:userName}, {@code meta.lastModified}, or
     *     the URN of an extension alone, which is then the attribute itself: a complex one with the URN as its name
     * @return empty when the resource type has no such attribute
     */
    public static Optional<AttributePath> resolve(ResourceType type, String name) {
        return name.indexOf(':') < 0 ? plain(type, name) : qualified(type, name);
    }

    private static Optional<AttributePath> plain(ResourceType type, String name) {
        int dot = name.indexOf('.');
        String attribute = dot < 0 ? name : name.substring(0, dot);
        return type.attribute(attribute).flatMap(found -> path(Optional.empty(), found, name, dot));
    }

    private static Optional<AttributePath> qualified(ResourceType type, String name) {
        Optional<ResourceType.Extension> extension = extensionOf(type, name);
        String core = type.core().id();
        if (extension.isEmpty()) {
            return isIn(core, name) && name.length() > core.length()
                    ? plain(type, name.substring(core.length() + 1))
                    : Optional.empty();
        }
        Schema schema = extension.get().schema();
        if (name.length() == schema.id().length()) {
            return type.document().subAttribute(schema.id()).map(AttributePath::of);
        }
        String rest = name.substring(schema.id().length() + 1);
        int dot = rest.indexOf('.');
        return schema.attribute(dot < 0 ? rest : rest.substring(0, dot))
                .flatMap(found -> path(Optional.of(schema.id()), found, rest, dot));
    }

    /** The longest URN wins: one may begin with another. */
    private static Optional<ResourceType.Extension> extensionOf(ResourceType type, String name) {
        Optional<ResourceType.Extension> best = Optional.empty();
        int length = isIn(type.core().id(), name) ? type.core().id().length() : 0;
        for (ResourceType.Extension extension : type.extensions()) {
            String urn = extension.schema().id();
            if (urn.length() > length && isIn(urn, name)) {
                best = Optional.of(extension);
                length = urn.length();
            }
        }
        return best;
    }

    private static boolean isIn(String urn, String name) {
        return name.regionMatches(true, 0, urn, 0, urn.length())
                && (name.length() == urn.length() || name.charAt(urn.length()) == ':');
    }

    private static Optional<AttributePath> path(Optional<String> extension, Attribute attribute, String name, int dot) {
        if (dot < 0) {
            return Optional.of(new AttributePath(extension, attribute, Optional.empty()));
        }
        return attribute
                .subAttribute(name.substring(dot + 1))
                .map(sub -> new AttributePath(extension, attribute, Optional.of(sub)));
    }
}
