package io.sluice.postgres.search;

import java.util.UUID;

/**
 * A resource whose place among all of its tenant and type is known, from where a deep page begins to count.
 *
 * @param place how many resources come before it, 0 or more
 * @param gone how many had been deleted when the place was found: it is right as long as there are no more
 */
record Landmark(long place, UUID id, long gone) {}
