package io.sluice.ldap.search;

import com.unboundid.ldap.sdk.Entry;
import io.sluice.core.resource.SortKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a search found, in order: pages are cut from it, so that they fit together while entries come and go.
 *
 * @param entries those that were few enough to be kept, by id; empty when there were too many
 * @param writes how many writes the tenant had seen when the search began
 */
record Snapshot(List<SortKey> hits, Map<String, Entry> entries, Instant taken, long writes) {}
