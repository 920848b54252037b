package io.sluice.gateway.scim;

import java.util.Optional;

/**
 * A query for resources as it was sent, in the URL or as a SearchRequest (RFC 7644 sections 3.4.2 and 3.4.3).
 *
 * @param ascending without {@code sortBy} of no meaning
 */
record ListRequest(Optional<String> filter, Asked asked, Optional<String> sortBy, boolean ascending, Paging paging) {}
