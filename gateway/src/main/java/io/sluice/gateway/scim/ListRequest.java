package io.sluice.gateway.scim;

import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/**
 * A query for resources as it was sent, in the URL or as a SearchRequest (RFC 7644 sections 3.4.2 and 3.4.3).
 *
 * @param ascending without {@code sortBy} of no meaning
 */
record ListRequest(Optional<String> filter, Asked asked, Optional<String> sortBy, boolean ascending, Paging paging) {

    /** Without the order when the type has no such attribute: of several types, not all have it. */
    ListRequest sortedIfKnown(ResourceType type) {
        boolean known =
                sortBy.flatMap(name -> AttributeResolver.resolve(type, name)).isPresent();
        return known ? this : new ListRequest(filter, asked, Optional.empty(), ascending, paging);
    }
}
