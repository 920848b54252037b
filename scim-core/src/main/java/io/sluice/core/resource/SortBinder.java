package io.sluice.core.resource;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.DerivedAttributes;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import java.util.Optional;

/** Binds {@code sortBy} to the schema (RFC 7644 section 3.4.2.3). */
public final class SortBinder {

    private SortBinder() {}

    /**
     * @param sortBy the name as sent; a complex attribute without sub-attribute means its {@code value}
     * @return empty when the resource type has no such attribute: then no resource has a value to sort by
     * @throws ScimException INVALID_VALUE when the attribute cannot be sorted by
     */
    public static Optional<Sort> bind(String sortBy, boolean ascending, ResourceType type) {
        return AttributeResolver.resolve(type, sortBy).map(path -> new Sort(sortable(path), ascending));
    }

    private static AttributePath sortable(AttributePath path) {
        if (path.attribute().returned() == Returned.NEVER || path.leaf().returned() == Returned.NEVER) {
            throw refusal(path, "it is never returned");
        }
        if (DerivedAttributes.isManagerName(path)) {
            throw refusal(path, "it is looked up when an answer is written");
        }
        if (!path.leaf().isComplex()) {
            return path;
        }
        Attribute value = path.attribute()
                .subAttribute("value")
                .orElseThrow(() -> refusal(path, "it is complex; name one of its sub-attributes"));
        return new AttributePath(path.extension(), path.attribute(), Optional.of(value));
    }

    private static ScimException refusal(AttributePath path, String reason) {
        return ScimException.of(
                ErrorKind.INVALID_VALUE,
                "The value of sortBy is wrong: " + path.text() + " cannot be sorted by, " + reason + ".");
    }
}
