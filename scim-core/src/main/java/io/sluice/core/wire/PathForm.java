package io.sluice.core.wire;

import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/** A bound name: its names on the wire, bound again to the same definition by who reads it. */
final class PathForm {

    private PathForm() {}

    static void write(WireWriter out, AttributePath path) {
        out.optional(path.extension(), out::text)
                .text(path.attribute().name())
                .optional(path.subAttribute().map(Attribute::name), out::text);
    }

    static AttributePath read(WireReader in, ResourceType type) {
        Optional<String> extension = in.optional(in::text);
        Attribute attribute = attribute(type, extension, in.text());
        return new AttributePath(extension, attribute, in.optional(() -> sub(attribute, in.text())));
    }

    static Attribute sub(Attribute attribute, String name) {
        return attribute.subAttribute(name).orElseThrow(() -> unknown(attribute.name() + "." + name));
    }

    private static Attribute attribute(ResourceType type, Optional<String> extension, String name) {
        Optional<Attribute> found = extension
                .map(urn -> type.extension(urn).flatMap(known -> known.schema().attribute(name)))
                .orElseGet(() -> type.document().subAttribute(name));
        return found.orElseThrow(() -> unknown(name));
    }

    private static WireException unknown(String name) {
        return new WireException("There is no attribute " + name);
    }
}
