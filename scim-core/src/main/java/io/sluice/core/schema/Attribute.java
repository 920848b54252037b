package io.sluice.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * The definition of one attribute or sub-attribute (RFC 7643 section 7).
 *
 * @param name as the schema spells it; comparison of names ignores case (RFC 7643 section 2.1)
 * @param canonicalValues suggested values; not enforced
 * @param referenceTypes resource types, {@code uri} or {@code external}; empty unless the type is REFERENCE
 * @param subAttributes empty unless the type is COMPLEX
 */
public record Attribute(
        String name,
        AttributeType type,
        boolean multiValued,
        String description,
        boolean required,
        List<String> canonicalValues,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> referenceTypes,
        List<Attribute> subAttributes) {

    public Attribute {
        canonicalValues = List.copyOf(canonicalValues);
        referenceTypes = List.copyOf(referenceTypes);
        subAttributes = Attributes.of(subAttributes);
    }

    /** The sub-attribute of that name in any case. */
    public Optional<Attribute> subAttribute(String subName) {
        return Attributes.of(subAttributes).named(subName);
    }

    public boolean isComplex() {
        return type == AttributeType.COMPLEX;
    }
}
