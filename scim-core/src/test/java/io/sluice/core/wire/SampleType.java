package io.sluice.core.wire;

import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import io.sluice.core.schema.Schema;
import io.sluice.core.schema.Uniqueness;
import java.util.List;

/** A resource type that never changes, unlike the standard ones, whose descriptions may. */
final class SampleType {

    static final String EXTENSION = "urn:example:ext:2.0:Thing";

    static final ResourceType THING = new ResourceType(
            "Thing",
            "/Things",
            "A thing",
            new Schema(
                    "urn:example:2.0:Thing",
                    "Thing",
                    "Core",
                    List.of(
                            attribute("name", AttributeType.STRING, List.of()),
                            attribute("amount", AttributeType.DECIMAL, List.of()),
                            attribute("flag", AttributeType.BOOLEAN, List.of()),
                            attribute(
                                    "parts",
                                    AttributeType.COMPLEX,
                                    List.of(attribute("value", AttributeType.STRING, List.of()))))),
            List.of(new ResourceType.Extension(
                    new Schema(
                            EXTENSION, "Ext", "More", List.of(attribute("since", AttributeType.DATE_TIME, List.of()))),
                    true)),
            List.of(attribute("id", AttributeType.STRING, List.of())));

    private SampleType() {}

    private static Attribute attribute(String name, AttributeType type, List<Attribute> subAttributes) {
        return new Attribute(
                name,
                type,
                !subAttributes.isEmpty(),
                "The " + name,
                name.equals("name"),
                List.of("one"),
                name.equals("id"),
                name.equals("id") ? Mutability.READ_ONLY : Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of("external"),
                subAttributes);
    }
}
