package io.sluice.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schema: a URN and the attributes that it defines (RFC 7643 section 7).
 *
 * @param id the URN, compared without regard to case
 */
public record Schema(String id, String name, String description, List<Attribute> attributes) {

    public Schema {
        attributes = Attributes.of(attributes);
    }

    /** The attribute of that name in any case. */
    public Optional<Attribute> attribute(String attributeName) {
        return Attributes.of(attributes).named(attributeName);
    }

    /** With those of the attributes that it does not have yet. */
    Schema plus(List<Attribute> more) {
        List<Attribute> all = new ArrayList<>(attributes);
        for (Attribute attribute : more) {
            if (attribute(attribute.name()).isEmpty()) {
                all.add(attribute);
            }
        }
        return new Schema(id, name, description, all);
    }
}
