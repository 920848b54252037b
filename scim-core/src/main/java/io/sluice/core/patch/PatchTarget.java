package io.sluice.core.patch;

import io.sluice.core.filter.Filter;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import java.util.Optional;

/** Where a patch operation acts, bound to the schema (RFC 7644 section 3.5.2, figure 7). */
public sealed interface PatchTarget {

    /** An attribute or one of its sub-attributes; on a multi-valued attribute the sub-attribute of every element. */
    record Whole(AttributePath path) implements PatchTarget {}

    /**
     * The elements of a multi-valued attribute that a filter selects, or one sub-attribute of each.
     *
     * @param path the attribute, no sub-attribute
     * @param filter as in {@link Filter.Elements}
     * @param subAttribute the sub-attribute after the bracket, if any
     */
    record Selected(AttributePath path, Filter filter, Optional<Attribute> subAttribute) implements PatchTarget {}
}
