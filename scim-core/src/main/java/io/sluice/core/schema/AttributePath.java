package io.sluice.core.schema;

import java.util.Optional;

/**
 * A name of a request after it has found its definition: which attribute, under which extension, and which sub-attribute.
 *
 * @param extension the URN of the extension whose object holds the attribute; empty for core and common attributes
 * @param attribute the attribute
 * @param subAttribute the sub-attribute when one was named
 */
public record AttributePath(Optional<String> extension, Attribute attribute, Optional<Attribute> subAttribute) {

    public static AttributePath of(Attribute attribute) {
        return new AttributePath(Optional.empty(), attribute, Optional.empty());
    }

    public static AttributePath of(Attribute attribute, Attribute subAttribute) {
        return new AttributePath(Optional.empty(), attribute, Optional.of(subAttribute));
    }

    /** The definition that a value at this path obeys: the sub-attribute's if one is named, else the attribute's. */
    public Attribute leaf() {
        return subAttribute.orElse(attribute);
    }

    /** The full name with the URN of its extension, as error texts and audit events show it. */
    public String text() {
        String name =
                subAttribute.map(sub -> attribute.name() + "." + sub.name()).orElse(attribute.name());
        return extension.map(urn -> urn + ":" + name).orElse(name);
    }
}
