package io.sluice.gateway.scim;

import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/**
 * A query for resources as it was sent, in the URL or as a SearchRequest (RFC 7644 sections 3.4.2 and 3.4.3).
 *
 * @param ascending without {@code sortBy} of no meaning
 * @param ofAllTypes whether resources of every type are asked for at once
 */
record ListRequest(
        Optional<String> filter,
        Asked asked,
        Optional<String> sortBy,
        boolean ascending,
        Paging paging,
        boolean ofAllTypes) {

    /** The part for one of all types: without the order when the type has no such attribute, since not all have it. */
    ListRequest partFor(ResourceType type) {
        Optional<String> order =
                sortBy.filter(name -> AttributeResolver.resolve(type, name).isPresent());
        return new ListRequest(filter, asked, order, ascending, paging, true);
    }
}
